/**
 * Probes, simulated conversations at scale, runs and statistics.
 * @module
 */

export type * from './agent/agent.ts';
export { modelAgents } from './agent/model-agents.ts';
export { type Answering, functionAgent, ownModelAgent, type PlainMessage } from './agent/own-agent.ts';
export { shopAgents } from './agent/shop-agents.ts';
export { askProbe } from './ask/probe.ts';
export { drawRequests, fitting, type RequestCase as AskRequest } from './ask/requests.ts';
export { valuesOf } from './ask/table-bits.ts';
export { LogFormatError, ResumeError } from './audit/errors.ts';
export type { LoggedConversation } from './audit/read-logs/conversation.ts';
export { LOG_FORMATS, readLogs } from './audit/read-logs/read-logs.ts';
export { type Decider, layerDecider, type Scene } from './audit/replay/decider.ts';
export { beginJournal, type Journal, type JournalHead, resumeJournal } from './audit/replay/journal.ts';
export type { Moment } from './audit/replay/moment.ts';
export { AuditModelError, type Replay, type ReplayOptions, replay } from './audit/replay/replay.ts';
export { type AuditSummary, summariseMoments } from './audit/replay/summary.ts';
export { type ComparisonReportOptions, comparisonReport } from './audit/report/from-comparison.ts';
export { replayReport } from './audit/report/from-replay.ts';
export { sgdReport } from './audit/report/from-sgd.ts';
export { auditHtml } from './audit/report/html.ts';
export type { AuditReport } from './audit/report/report.ts';
export { auditText } from './audit/report/terminal.ts';
export { asConversations, type SpokenDialogues } from './audit/sgd/as-conversation.ts';
export { auditSgd, type SgdAudit, type SgdAuditOptions } from './audit/sgd/audit-sgd.ts';
export { compareSgd, type SgdComparison } from './audit/sgd/compare.ts';
export type { Dialogue } from './audit/sgd/dialogue.ts';
export { looksLikeSgd, readSgd, type SgdLog } from './audit/sgd/read-sgd.ts';
export { type BoundaryTalk, beginBoundary, type Wanted } from './boundary/boundary-talk.ts';
export { type BoundaryCase, type BoundaryCaseOptions, boundaryCases, type RequestCase } from './boundary/cases.ts';
export { type BoundaryCell, firstActs, firstOf } from './boundary/first-acts.ts';
export { boundaryMetrics } from './boundary/metrics.ts';
export { type ActValues, bestAct, marginOf, optimal, recommendValue, type ShopAct } from './boundary/optimal.ts';
export { strangerPhrases } from './boundary/phrases/all.ts';
export { PIECES_SETTINGS, type PiecesCase, type PiecesSetting } from './boundary/pieces.ts';
export { boundaryRuleRows, playBoundaryRule } from './boundary/play.ts';
export { boundaryProbe } from './boundary/probe.ts';
export { boundaryRules } from './boundary/rules.ts';
export { askable, remaining, type ShopState } from './boundary/state.ts';
export { beginStranger, type Stranger } from './boundary/stranger.ts';
export {
  type BoundaryCurves,
  type BoundarySummary,
  boundaryCurves,
  boundaryFigures,
  compareBoundary,
  summariseBoundary,
} from './boundary/summary.ts';
export type * from './calls/call-store.ts';
export { type CostMeter, createCostMeter } from './calls/cost-meter.ts';
export { createGate, type GateOptions } from './calls/create-gate.ts';
export { type RecordOptions, recordModel } from './calls/record-model.ts';
export { BudgetReachedError, createRunBudget, PriceUnknownError, type RunBudget } from './calls/run-budget.ts';
export { createSingleFlight, type SingleFlight } from './calls/single-flight.ts';
export { commitProbe } from './commit/probe.ts';
export { eventsProbe } from './events/probe.ts';
export {
  type NextToken,
  scoreNextToken,
  TOKEN_SPLITS,
  type TokenFigures,
  type TokenGuess,
  type TokenSplit,
} from './foresee/next-token.ts';
export { foreseeProbe } from './foresee/probe.ts';
export { createHoldProbe, type HoldOptions, holdProbe } from './hold/probe.ts';
export { goldNumber, numericScorer } from './hold/score/numeric.ts';
export type { Scorer } from './hold/score/scorer.ts';
export { knowProbe } from './know/probe.ts';
export {
  type Assistant,
  type InitiativeExpectation,
  takesInitiative,
  type Verdict,
} from './matcher/take-initiative.ts';
export { OFFER } from './offer/describe.ts';
export {
  measureOffer,
  OFFER_AGENT_NAMES,
  OFFER_USER_NAMES,
  type OfferOptions,
  UnknownAgentError,
  UnknownUserError,
} from './offer/measure.ts';
export { checkProbe, type ProbeCheckOptions } from './probe/check-probe.ts';
export type * from './probe/played.ts';
export * from './probe/probe.ts';
export { checkQueueAddress } from './queue/address.ts';
export {
  QueueAddressError,
  QueuedKeyError,
  QueuedTaskError,
  QueueLostError,
  QueueUnreachableError,
} from './queue/errors.ts';
export { LEARNED_AGENTS, RECOMMEND_AGENT_NAMES, RECOMMEND_RULES } from './recommend/agents.ts';
export { RECOMMEND } from './recommend/describe.ts';
export { learnedValues } from './recommend/learned-values.ts';
export { NothingToMeasureError } from './recommend/made-world.ts';
export {
  measureRecommend,
  NoPolicyError,
  type OpenedRecommend,
  openRecommend,
  type RecommendOptions,
} from './recommend/measure.ts';
export { type ItemGameSetting, LIST, listOf, onlyList, policyGame, stateGraph } from './recommend/state-graph.ts';
export { RECOMMEND_TEMPERAMENTS } from './recommend/temperament.ts';
export { openWorld, type RecommendCase, type RecommendWorld, UnknownSplitError } from './recommend/world.ts';
export { correctAcross } from './run/correct.ts';
export * from './run/fail-if.ts';
export { ConversationFailedError, type HereOptions, playHere } from './run/here.ts';
export * from './run/measure-probe.ts';
export { playOnThreads } from './run/on-threads.ts';
export { ModelNeededError, type ModelRole, type OpenModel, playTask, type TaskPlayers } from './run/play-task.ts';
export { type PlayTasksOptions, playTasks, type TasksPlayed } from './run/play-tasks.ts';
export * from './run/pool.ts';
export { renderPower } from './run/power-table.ts';
export * from './run/probe-result.ts';
export { createProgress, type Progress, type ProgressStream } from './run/progress.ts';
export { type NamedModel, type RecordedModelsOptions, recordedModels } from './run/recorded-models.ts';
export { findAgent, findProbe, playedProbes, roster } from './run/registry.ts';
export * from './run/table.ts';
export { keyOf, keyText, type Task } from './run/task.ts';
export * from './run/worker-side.ts';
export { shopScene } from './shop/scene.ts';
export { hikingShop, openShop, type Shop } from './shop/shop.ts';
export * from './statistics/bootstrap.ts';
export * from './statistics/column.ts';
export { holm } from './statistics/holm.ts';
export { casesFor, type Power, powerOf } from './statistics/power.ts';
export * from './statistics/summary.ts';
export * from './store/errors.ts';
export { type LabStore, openRunStore, RUN_VERSION, type RunStoreOptions } from './store/open-run-store.ts';
export { createRedact, type Redact } from './store/redact.ts';
export type * from './store/run-store.ts';
export { beginShopper, temperamentFor } from './users/begin-shopper.ts';
export { checkUser, type UserKindCheck } from './users/check-user.ts';
export { type ConductInput, distinctPairs, isSwap, measureConduct } from './users/conduct.ts';
export { type UserFault, userFaults } from './users/conduct-faults.ts';
export { defineUser } from './users/define-user.ts';
export { drawShopperIntent, type IntentOptions } from './users/draw-intent.ts';
export {
  type AskedAbout,
  type HeardAssistant,
  hearAssistant,
  type PriceNamed,
  type Suggested,
} from './users/hear-assistant.ts';
export { matchedShopperKind } from './users/matched-shopper.ts';
export { modelShopperKind, modelUserKind, NoUserModelError } from './users/model-user.ts';
export { type ShopperEnd, type ShopperKind, type ShopperTalk, shopperKind } from './users/shopper.ts';
export type * from './users/shopper-intent.ts';
export { tellIntent } from './users/tell-intent.ts';
export { drawTemperament, TEMPERAMENTS, type TemperamentSettings } from './users/temperaments.ts';
export type * from './users/user.ts';
