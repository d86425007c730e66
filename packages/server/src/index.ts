/**
 * HTTP: catalogue chat, studio API, web component.
 * @module
 */

export { createServer, type SenteServer } from './app.ts';
export type * from './catalog/catalog-schema.ts';
export type { ReadTable, TableReader, TableWords } from './catalog/shelf.ts';
export type { ConciergeMaker } from './chat/chat-desk.ts';
export type { ChatReply } from './chat/reply-schema.ts';
export {
  BadUpstreamError,
  CannotListenError,
  HostNeedsKeyError,
  NothingToServeError,
  PortInUseError,
} from './errors.ts';
export { jsonPlace } from './guard/json-place.ts';
export { type RunningServer, startServer } from './listen.ts';
export type { ModelOpener } from './open/chat-model.ts';
export type { ModelChoice } from './open/model-choice.ts';
export { modelTrouble } from './open/model-failure.ts';
export type { OpenOptions } from './open/open-options.ts';
export type { OpenReply, OpenState, OpenTurn } from './open/open-schema.ts';
export type { ChannelMessage, HandOverMessage, UnaskedMessage } from './openai/channel.ts';
export { goalSchema, restraintSchema } from './openai/edit-conversation.ts';
export { DEFAULT_PROXY_LIMITS, type ProxyLimits, type ProxyOptions } from './openai/proxy-options.ts';
export { budgetSchema, commitmentsSchema, forecasterSchema, pricesSchema } from './openai/setting-schemas.ts';
export type { ShownConversation } from './openai/show-conversation.ts';
export type { WebhookMessage } from './openai/webhook.ts';
export { DEFAULT_LIMITS, type Limits, type ServerOptions } from './options.ts';
export type {
  PolicyKeeper,
  PolicyNews,
  PolicyOptions,
  ServedTable,
} from './policy/policy-options.ts';
export type {
  LearnedSummary,
  PolicyName,
  PolicyOrigin,
  PolicyStatus,
  TrainingEnd,
  TrainingState,
} from './policy/policy-schema.ts';
export { tableFingerprint } from './policy/table-fingerprint.ts';
export { DEFAULT_REWARD_LIMITS, type RewardLimits, type RewardOptions } from './reward/reward-options.ts';
export type { FailedItem, RewardRequest, RewardResponse } from './reward/reward-schema.ts';
export type { ListedRun, RunConversations, RunList, ShownRun } from './runs/run-schema.ts';
export type { UnmetCombination } from './wishes/wish-book.ts';
export type { Wishes } from './wishes/wish-routes.ts';
