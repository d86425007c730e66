/**
 * The owner's view of unmet wishes.
 * @module
 */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { addRoute } from '../route.ts';
import type { UnmetCombination, WishBook } from './wish-book.ts';

/** Most single wishes and most combinations that are listed. */
const LISTED = 100;

/** What people did not find. */
export interface Wishes {
  readonly total: number;
  readonly kept: 'file' | 'memory';
  readonly wishes: readonly { readonly wish: string; readonly count: number }[];
  readonly combinations: readonly UnmetCombination[];
}

const wishesSchema: z.ZodType<Wishes> = z
  .object({
    total: z.int().openapi({ description: 'times that nothing fitted' }),
    kept: z.enum(['file', 'memory']),
    wishes: z.array(z.object({ wish: z.string(), count: z.int() })).readonly(),
    combinations: z
      .array(
        z.object({
          wishes: z.array(z.string()).readonly(),
          count: z.int(),
          nearest: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('Wishes');

/** Adds `GET` and `DELETE /api/wishes`; `catalog` names the current catalogue. */
export function wishRoutes(app: OpenAPIHono, book: WishBook, catalog: () => string): void {
  addRoute(app, {
    method: 'get',
    path: '/api/wishes',
    summary: 'What people wished for and nothing fitted: counts, combinations, nearest items',
    output: wishesSchema,
    handle: () => summarise(book.of(catalog()), book.kept),
  });
  addRoute(app, {
    method: 'delete',
    path: '/api/wishes',
    summary: 'Forgets the unmet wishes of the current catalogue',
    output: z.object({ forgotten: z.int() }),
    handle: () => ({ forgotten: book.forget(catalog()) }),
  });
}

function summarise(combinations: readonly UnmetCombination[], kept: 'file' | 'memory'): Wishes {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { wishes, count } of combinations) {
    total += count;
    for (const wish of wishes) counts.set(wish, (counts.get(wish) ?? 0) + count);
  }
  const wishes = [...counts].map(([wish, count]) => ({ wish, count }));
  wishes.sort((a, b) => b.count - a.count || (a.wish < b.wish ? -1 : 1));
  return { total, kept, wishes: wishes.slice(0, LISTED), combinations: combinations.slice(0, LISTED) };
}
