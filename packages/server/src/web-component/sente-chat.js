/**
 * `<sente-chat>`: the concierge on any page, with one script tag and nothing else:
 *
 *     <script src="http://127.0.0.1:4748/sente-chat.js" defer></script>
 *     <sente-chat></sente-chat>
 *
 * Attributes: `server` (where the script came from, if absent), `key` (a chat key, never the owner's), `heading`,
 * `placeholder`, `horizon` (0 … 4), `remember` (goes on after the page is loaded anew, in this tab). Colours and shape: the
 * CSS variables in STYLE. Events, which bubble out of the component: `sente-reply` (`detail`: the reply as `POST
 * /api/chat` gives it) and `sente-end` (likewise, once, when the user has taken an item or left).
 *
 * Everything that comes from the server is set as text, never as markup; links and pictures are followed only over http(s).
 * Plain JavaScript on purpose: it is served as it stands.
 */
(() => {
  const SCRIPT = document.currentScript?.src ?? document.baseURI;

  /** Facts shown of an item. */
  const FACTS = 5;

  const STYLE = `
    :host {
      --sente-accent: #0f766e; --sente-on-accent: #ffffff;
      --sente-background: #ffffff; --sente-surface: #f3f4f2; --sente-text: #1c1f1e; --sente-muted: #5b6361; --sente-line: #d8dcda;
      --sente-radius: 14px; --sente-font: 16px/1.5 system-ui, sans-serif;
      display: block; height: 34rem; max-height: 90vh; color: var(--sente-text); font: var(--sente-font);
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --sente-accent: #5eead4; --sente-on-accent: #06302b;
        --sente-background: #171a19; --sente-surface: #242928; --sente-text: #edf1ef; --sente-muted: #a3adaa; --sente-line: #3a4240;
      }
    }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; font: inherit; color: inherit; }
    section { display: flex; flex-direction: column; height: 100%; background: var(--sente-background);
      border: 1px solid var(--sente-line); border-radius: var(--sente-radius); overflow: hidden; }
    h2 { margin: 0; padding: .8rem 1rem; font-weight: 600; border-bottom: 1px solid var(--sente-line); }
    .log { flex: 1; overflow-y: auto; padding: 1rem; display: flex; flex-direction: column; gap: .6rem; overscroll-behavior: contain; }
    .turn { max-width: 85%; padding: .55rem .85rem; border-radius: var(--sente-radius); background: var(--sente-surface);
      white-space: pre-wrap; overflow-wrap: anywhere; }
    .user { align-self: flex-end; background: var(--sente-accent); color: var(--sente-on-accent); }
    .problem { background: none; border: 1px dashed var(--sente-line); color: var(--sente-muted); }
    .waiting { color: var(--sente-muted); letter-spacing: .2em; }
    ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .6rem; }
    li { border: 1px solid var(--sente-line); border-radius: var(--sente-radius); padding: .6rem .85rem; display: flex; flex-direction: column; gap: .25rem; }
    .top { display: flex; justify-content: space-between; align-items: start; gap: .6rem; }
    img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; border-radius: calc(var(--sente-radius) / 2); background: var(--sente-surface); }
    .name { font-weight: 600; overflow-wrap: anywhere; }
    .reasons, dl, .about { font-size: .88em; color: var(--sente-muted); margin: 0; overflow-wrap: anywhere; }
    .about { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
    dl { display: flex; flex-wrap: wrap; gap: 0 .9rem; }
    dl div { display: flex; gap: .35rem; }
    dt { flex: none; }
    dd { margin: 0; color: var(--sente-text); }
    .choices { display: flex; flex-wrap: wrap; gap: .4rem; padding: .5rem 1rem .6rem; }
    .choices:empty { display: none; }
    button { cursor: pointer; border: 1px solid var(--sente-accent); background: none; color: var(--sente-text); border-radius: 99px; padding: .35rem .9rem; min-height: 2.2rem; }
    button:hover { background: var(--sente-surface); }
    li button { flex: none; font-size: .88em; padding: .15rem .75rem; min-height: 1.8rem; }
    form { display: flex; gap: .5rem; padding: .7rem 1rem; border-top: 1px solid var(--sente-line); }
    input { flex: 1; min-width: 0; padding: .5rem .9rem; border: 1px solid var(--sente-line); border-radius: 99px; background: var(--sente-background); }
    form button { background: var(--sente-accent); color: var(--sente-on-accent); }
    form button:hover { background: var(--sente-accent); filter: brightness(1.08); }
    :focus-visible { outline: 2px solid var(--sente-accent); outline-offset: 2px; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

  /** Makes an element; strings among the children become text. */
  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== undefined && child !== ''));
    return element;
  };

  /** An address over http or https, or undefined: `javascript:` and its like never reach the page. */
  const safeAddress = (address) => {
    try {
      const url = new URL(address, document.baseURI);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
    } catch {
      return undefined;
    }
  };

  /** A reply's words before and after the lines that list its items ("1. Alpha: red"), which cards show in their place. */
  const aroundItems = ({ text, items }) => {
    const lines = text.split('\n');
    const isListed = (line) => items.some((item, i) => line.startsWith(`${i + 1}. ${item.name}`));
    const first = lines.findIndex(isListed);
    if (first < 0) return [text, ''];
    const after = lines.slice(first).filter((line) => !isListed(line));
    return [lines.slice(0, first).join('\n').trim(), after.join('\n').trim()];
  };

  class SenteChat extends HTMLElement {
    #conversation;
    #transcript = [];
    #busy = false;
    #leaving;
    #log;
    #choices;
    #input;

    connectedCallback() {
      this.#leaving = new AbortController();
      if (this.#log !== undefined) return;
      this.#build();
      void this.#begin();
    }

    disconnectedCallback() {
      this.#leaving.abort();
    }

    /** Says something in the user's name. Does nothing while an answer is on its way. */
    async say(message) {
      const text = String(message).trim().slice(0, 2000);
      if (text === '' || this.#busy) return;
      this.#add('user', text);
      await this.#turn({ conversation: this.#conversation, message: text });
    }

    #build() {
      const root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet(); // unlike a <style>, allowed under any content security policy
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      const heading = this.getAttribute('heading') ?? 'What are you looking for?';
      this.#log = make('div', { class: 'log', role: 'log', 'aria-label': 'Conversation', tabindex: '0' });
      this.#choices = make('div', { class: 'choices', role: 'group', 'aria-label': 'Suggested replies' });
      this.#input = make('input', {
        type: 'text',
        'aria-label': 'Your message',
        placeholder: this.getAttribute('placeholder') ?? 'Type here …',
        maxlength: '2000',
        autocomplete: 'off',
        enterkeyhint: 'send',
      });
      const submit = (event) => {
        event.preventDefault();
        if (this.#busy) return;
        const text = this.#input.value;
        this.#input.value = '';
        void this.say(text);
      };
      const form = make('form', { onsubmit: submit }, this.#input, make('button', { type: 'submit' }, 'Send'));
      root.append(make('section', { 'aria-label': heading }, make('h2', {}, heading), this.#log, this.#choices, form));
    }

    /** Goes on where this tab left off, if asked to; else opens the conversation. */
    async #begin() {
      const kept = this.#recall();
      if (kept === undefined) return this.#turn({});
      for (const [who, text] of kept.transcript) this.#add(who, text);
      await this.#turn({ conversation: kept.conversation });
    }

    async #turn(request) {
      this.#busy = true;
      this.#log.setAttribute('aria-busy', 'true');
      this.#choices.replaceChildren();
      const waiting = make('div', { class: 'turn waiting', 'aria-hidden': 'true' }, '···');
      const soon = setTimeout(() => this.#show(waiting), 250);
      try {
        const reply = await this.#ask(request);
        this.#conversation = reply.conversation;
        if (reply.opening !== undefined) this.#add('assistant', reply.opening);
        this.#reply(reply);
      } catch (problem) {
        if (!this.#leaving.signal.aborted) this.#failed(request, problem);
      } finally {
        clearTimeout(soon);
        waiting.remove();
        this.#busy = false;
        this.#log.removeAttribute('aria-busy');
      }
    }

    async #ask(request) {
      const horizon = this.getAttribute('horizon');
      const key = this.getAttribute('key');
      const opens = request.conversation === undefined && horizon !== null;
      const response = await fetch(new URL('/api/chat', this.getAttribute('server') ?? SCRIPT), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ ...request, ...(opens && { horizon: Number(horizon) }) }),
        signal: this.#leaving.signal,
      });
      const body = await response.json();
      if (!response.ok) throw Object.assign(new Error(body.error?.message), { code: body.error?.code });
      return body;
    }

    #reply(reply) {
      const past = this.#transcript.slice(-100);
      const last = this.#log.lastElementChild;
      const [before, after] = aroundItems(reply);
      if (before !== '') this.#add('assistant', before);
      if (reply.items.length > 0) this.#show(make('ol', {}, ...reply.items.map((item, i) => this.#card(item, i + 1))));
      if (after !== '') this.#add('assistant', after);
      this.#offer(reply.choices.map((choice) => [choice, () => this.say(choice)]));
      this.#reveal(last?.nextElementSibling ?? this.#log.firstElementChild);
      this.#remember(past, reply.ended);
      for (const name of reply.ended ? ['sente-reply', 'sente-end'] : ['sente-reply']) {
        this.dispatchEvent(new CustomEvent(name, { detail: reply, bubbles: true, composed: true }));
      }
    }

    #card(item, rank) {
      const link = item.link === undefined ? undefined : safeAddress(item.link);
      const picture = item.image === undefined ? undefined : safeAddress(item.image);
      const name = link
        ? make('a', { class: 'name', href: link, target: '_blank', rel: 'noopener noreferrer' }, item.name)
        : make('span', { class: 'name' }, item.name);
      const facts = item.facts
        .slice(0, FACTS)
        .map((fact) => make('div', {}, make('dt', {}, fact.label), make('dd', {}, fact.value)));
      const take = () => this.say(`I'll take number ${rank}`);
      const button = make('button', { type: 'button', onclick: take, 'aria-label': `Take ${item.name}` }, 'This one');
      return make(
        'li',
        {},
        picture && make('img', { src: picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' }),
        make('div', { class: 'top' }, name, button),
        item.reasons.length > 0 ? make('p', { class: 'reasons' }, item.reasons.join(' · ')) : undefined,
        item.description && make('p', { class: 'about' }, item.description),
        facts.length > 0 ? make('dl', {}, ...facts) : undefined,
      );
    }

    #failed(request, problem) {
      if (problem.code === 'unknown-conversation') {
        this.#conversation = undefined;
        return void this.#turnLater(request.message === undefined ? {} : { message: request.message });
      }
      this.#show(make('div', { class: 'turn problem' }, 'I cannot be reached just now.'));
      this.#offer([['Try again', () => this.#turn(request)]]);
      console.warn('sente-chat:', problem.message);
    }

    /** The conversation was forgotten: starts another with the same words, once this turn is over. */
    #turnLater(request) {
      setTimeout(() => this.#turn(request));
    }

    #offer(choices) {
      const buttons = choices.map(([text, choose]) => make('button', { type: 'button', onclick: choose }, text));
      for (const button of buttons) button.addEventListener('click', () => this.#input.focus());
      this.#choices.replaceChildren(...buttons);
    }

    #add(who, text) {
      this.#transcript.push([who, text]);
      const speaker = make('span', { class: 'hidden' }, who === 'user' ? 'You: ' : 'Assistant: ');
      this.#show(make('div', { class: `turn ${who}` }, speaker, text));
    }

    #show(element) {
      this.#log.append(element);
      this.#log.scrollTop = this.#log.scrollHeight;
    }

    /** Scrolls as far down as it goes with `element`, the first of a reply, still in view. */
    #reveal(element) {
      if (element === null) return;
      const above = element.getBoundingClientRect().top - this.#log.getBoundingClientRect().top;
      this.#log.scrollTop = Math.min(this.#log.scrollHeight, this.#log.scrollTop + above - 12);
    }

    get #storageKey() {
      return `sente-chat ${new URL(this.getAttribute('server') ?? SCRIPT).origin}`;
    }

    /** Keeps what was said before the present turn, which the server knows. */
    #remember(past, ended) {
      if (!this.hasAttribute('remember')) return;
      try {
        const kept = { conversation: this.#conversation, transcript: past };
        if (ended) sessionStorage.removeItem(this.#storageKey);
        else sessionStorage.setItem(this.#storageKey, JSON.stringify(kept));
      } catch {} // storage may be full or forbidden; the conversation goes on without it
    }

    #recall() {
      try {
        const kept = JSON.parse(sessionStorage.getItem(this.#storageKey) ?? 'null');
        return this.hasAttribute('remember') && Array.isArray(kept?.transcript) ? kept : undefined;
      } catch {
        return undefined;
      }
    }
  }

  if (!customElements.get('sente-chat')) customElements.define('sente-chat', SenteChat);
})();
