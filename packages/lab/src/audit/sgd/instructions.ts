/**
 * A service in plain words, as the instructions and the tools of an assistant that serves it. Facts of the schema only:
 * nothing says when to ask, to confirm or to offer. Short, since prompts show the beginning of instructions.
 * @module
 */
import type { ToolInfo } from '@sente/language';
import type { Service, ServiceIntent } from './schema.ts';

/** Values that are listed at most. */
const LISTED = 6;

/** The assistant's instructions. */
export function instructionsOf(services: readonly Service[]): string {
  const parts = services.map((service) => {
    const { service_name, description, intents } = service;
    const lines = intents.map((intent) => `- ${intent.name}: ${inWords(intent)} ${needs(service, intent)}`);
    return [`${service_name}: ${sentence(description ?? 'a service')} It can do this:`, ...lines].join('\n');
  });
  return [
    'You are the assistant of a service desk and talk to its users. These services are yours to call; what they hold can be looked up.',
    ...parts,
    'You know what the user said and what the services gave back, and nothing else about their data.',
  ].join('\n');
}

/** The intents as tools. */
export function toolsOf(services: readonly Service[]): ToolInfo[] {
  return services.flatMap(({ intents }) =>
    intents.map((intent) => ({ name: intent.name, description: inWords(intent) })),
  );
}

function inWords({ name, description, is_transactional }: ServiceIntent): string {
  const kind = is_transactional ? 'Does something for the user.' : 'Looks something up.';
  return `${sentence(description ?? spaced(name))} ${kind}`;
}

function needs(service: Service, { required_slots, optional_slots }: ServiceIntent): string {
  const slot = (name: string): string => {
    const { description, possible_values = [] } = service.slots.find((one) => one.name === name) ?? {};
    const values = possible_values.slice(0, LISTED).join(', ') + (possible_values.length > LISTED ? ', …' : '');
    const about = [description, values].filter(Boolean).join(': ');
    return spaced(name) + (about ? ` (${about})` : '');
  };
  const optional = Object.entries(optional_slots).map(
    ([name, value]) => `${spaced(name)} (${value === 'dontcare' ? 'any' : value} if not said)`,
  );
  return [
    `Needs ${required_slots.length > 0 ? required_slots.map(slot).join('; ') : 'nothing'}.`,
    ...(optional.length > 0 ? [`May have ${optional.join('; ')}.`] : []),
  ].join(' ');
}

const spaced = (name: string): string => name.replaceAll('_', ' ');
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
