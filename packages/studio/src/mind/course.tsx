/**
 * How the two conversations went: bits still open after each turn. Fewer is closer to what the user wants.
 * @module
 */
import './course.css';
import { axisX, axisY, dot, lineY, plot } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Turn } from '../talk/use-conversation.ts';

interface Point {
  readonly turn: number;
  readonly bits: number;
}

const HEIGHT = 132;

function points(turns: readonly Turn[], side: 'passive' | 'initiative'): Point[] {
  return turns.map((turn, at) => ({ turn: at + 1, bits: turn.replies[side].mind.bits }));
}

/** The course in words, for those who do not see the chart. */
function inWords(turns: readonly Turn[]): string {
  const { passive, initiative } = turns[turns.length - 1].replies;
  return `After ${turns.length} moves the passive assistant has ${passive.mind.bits.toFixed(1)} bits open, the one with initiative ${initiative.mind.bits.toFixed(1)}.`;
}

/** A small chart with black stones for initiative and larger white ones for passive, seen behind where both agree. */
export default function Course({ turns }: { turns: readonly Turn[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const home = frame.current;
    if (home === null) return;
    const passive = points(turns, 'passive');
    const initiative = points(turns, 'initiative');
    const at = { x: 'turn', y: 'bits' } as const;
    const draw = () => {
      const chart = plot({
        width: home.clientWidth,
        height: HEIGHT,
        marginLeft: 30,
        marginRight: 12,
        marginTop: 20,
        marginBottom: 24,
        x: { domain: [1, Math.max(turns.length, 5)] },
        y: { zero: true },
        marks: [
          axisX({ ticks: turns.map((_, move) => move + 1), tickSize: 0, label: null, tickFormat: 'd' }),
          axisY({ ticks: 3, tickSize: 0, label: null }),
          lineY(passive, { ...at, stroke: 'var(--line-firm)', strokeDasharray: '3 3' }),
          lineY(initiative, { ...at, stroke: 'var(--ink)' }),
          dot(passive, { ...at, r: 6.5, fill: 'var(--shell)', stroke: 'var(--shell-rim)' }),
          dot(initiative, { ...at, r: 4.5, fill: 'var(--slate)', stroke: 'var(--slate-rim)' }),
        ],
      });
      chart.setAttribute('aria-hidden', 'true');
      home.replaceChildren(chart);
    };
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(home);
    return () => watch.disconnect();
  }, [turns]);
  return (
    <figure className="course">
      <figcaption className="small quiet">
        Bits open after each move<span className="unseen">. {inWords(turns)}</span>
      </figcaption>
      <div className="course-frame" ref={frame} />
    </figure>
  );
}
