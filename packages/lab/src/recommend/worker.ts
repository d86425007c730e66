/**
 * The worker file of the `recommend` probe.
 * @module
 */
import { workerData } from 'node:worker_threads';
import { serveCases } from '../run/worker-side.ts';
import { prepareRecommend, type RecommendRow, type RecommendSetup } from './play.ts';
import { openWorld } from './world.ts';

const world = await openWorld(workerData as RecommendSetup);
serveCases<RecommendSetup, RecommendRow>((setup) => prepareRecommend(setup, world));
