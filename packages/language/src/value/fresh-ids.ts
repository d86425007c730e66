/**
 * Ids that are used once: where two acts would have the same, the later ones get a number.
 * @module
 */

/** A function that gives an id, or the next one like it that has not been given yet. */
export function freshIds(): (id: string) => string {
  const given = new Set<string>();
  return (id) => {
    let name = id;
    for (let n = 2; given.has(name); n++) name = `${id}-${n}`;
    given.add(name);
    return name;
  };
}
