/**
 * The probe `ask`: does it ask when, and only when, it should, and the right thing? See docs/probes/ask.md.
 * @module
 */
import { defineProbe, type Play, type Probe } from '../probe/probe.ts';
import { type AskCase, askCases } from './cases.ts';
import type { WordsCase } from './data/words-case.ts';
import type { ListGame, TableGame } from './game/game-case.ts';
import { playListGame, playTableGame } from './game/play-game.ts';
import { gameRules } from './game/rules.ts';
import { askMetrics, askReferences } from './metrics.ts';
import { askNotes } from './notes.ts';
import { playRequest } from './play-request.ts';
import { playWords } from './play-words.ts';
import { askPlots } from './plots.ts';
import type { RequestCase } from './requests.ts';
import { askRules } from './rules.ts';

/** Rules that play games only, and rules that play none. */
const PLAYERS: ReadonlySet<string> = new Set(gameRules.map(({ name }) => name));
const ASKERS: ReadonlySet<string> = new Set(askRules.map(({ name }) => name));

/** The probe. */
export const askProbe: Probe<AskCase> = defineProbe<AskCase>({
  name: 'ask',
  version: '1',
  question: 'Does it ask when, and only when, it should, and the right thing?',
  source: 'Kuhn et al. 2022, CLAM, arXiv 2212.07769; Zhang & Choi 2023, arXiv 2311.09469; Guo et al. 2021, Abg-CoQA',
  rules: [...askRules, ...gameRules],
  metrics: askMetrics,
  radar: { metric: 'f1', scale: (value) => value },
  plays(probeCase, agent) {
    if (probeCase.kind === 'table game' || probeCase.kind === 'list game') return !ASKERS.has(agent);
    // Without a table there is nothing to count.
    return !PLAYERS.has(agent) && !(probeCase.kind === 'words' && agent === 'many');
  },
  references: askReferences,
  cases: askCases,
  play(play) {
    switch (play.case.kind) {
      case 'request':
        return playRequest(play as Play<RequestCase>);
      case 'words':
        return playWords(play as Play<WordsCase>);
      case 'table game':
        return playTableGame(play as Play<TableGame>);
      default:
        return playListGame(play as Play<ListGame>);
    }
  },
  plots: askPlots,
  notes: askNotes,
});
