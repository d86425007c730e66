/**
 * Wraps a model: `withInitiative(model, options)` is a model that takes the initiative.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4Middleware } from '@ai-sdk/provider';
import { createLayer } from '../turn/create-layer.ts';
import { layerMiddleware, type WayInOptions } from './middleware.ts';

/** For `wrapLanguageModel` of `ai`, beside other middleware. Throws HostCommitmentsError. */
export function initiativeMiddleware(options: WayInOptions = {}): LanguageModelV4Middleware {
  return layerMiddleware(createLayer(options), options);
}

/** The model with a middleware around it. */
export function wrapModel(model: LanguageModelV4, middleware: LanguageModelV4Middleware): LanguageModelV4 {
  const { wrapGenerate, wrapStream } = middleware;
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: async (params) => {
      const doGenerate = async () => model.doGenerate(params);
      const doStream = async () => model.doStream(params);
      return wrapGenerate ? wrapGenerate({ doGenerate, doStream, params, model }) : doGenerate();
    },
    doStream: async (params) => {
      const doGenerate = async () => model.doGenerate(params);
      const doStream = async () => model.doStream(params);
      return wrapStream ? wrapStream({ doGenerate, doStream, params, model }) : doStream();
    },
  };
}

/** The model with the layer around it. Throws HostCommitmentsError. */
export function withInitiative(model: LanguageModelV4, options: WayInOptions = {}): LanguageModelV4 {
  return wrapModel(model, initiativeMiddleware(options));
}
