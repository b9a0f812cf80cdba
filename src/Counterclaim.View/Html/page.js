(() => {
  'use strict';
  document.documentElement.classList.add('scripted');
  const identity = element => element.dataset.i.split(' ')[0];
  const alike = id => document.querySelectorAll(`[data-i~="${CSS.escape(id)}"]`);
  const entries = [...document.querySelectorAll('.ledger :is(.entry, .claim)[data-i]')];
  const keys = document.getElementById('keys');
  let selected = null;

  const paint = (id, name, on) => alike(id).forEach(element => element.classList.toggle(name, on));

  // The address holds the selection, so that it can be passed on; no step through the ledger is a step back in the history.
  const select = id => {
    if (selected === id) return;
    if (selected) paint(selected, 'on', false);
    selected = id;
    if (id) paint(id, 'on', true);
    history.replaceState(null, '', id ? '#' + id : location.pathname + location.search);
  };

  const inText = id => document.getElementById('t-' + id) ?? document.querySelector(`.text [data-i~="${CSS.escape(id)}"]`);

  // Brings an element into view in its own column only: the reader's place in the other one stays.
  const reveal = (element, block) => element?.scrollIntoView({ block, behavior: 'auto' });

  const showEntry = id => {
    const entry = document.getElementById(id);
    if (!entry) return;
    reveal(entry, 'nearest');
    entry.focus({ preventScroll: true });
  };

  const showText = id => reveal(inText(id), 'center');

  const ofAddress = hash => hash.replace(/^#(t-)?/, '');

  const restore = () => {
    const id = ofAddress(location.hash);
    if (!entries.some(entry => entry.id === id)) return;
    select(id);
    showText(id);
    showEntry(id);
  };

  // In the text a click means the telling; what is not told by anyone, the place or time under the pointer.
  const pointedAt = target => target.closest('.text :is(.says, .own, .holder, .cue, .loaded, .tag)[data-i]') ?? target.closest('[data-i]');

  const step = by => {
    const at = entries.findIndex(entry => identity(entry) === selected);
    const next = entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : Math.min(entries.length - 1, Math.max(0, at + by))];
    if (!next) return;
    select(identity(next));
    showText(identity(next));
    showEntry(identity(next));
  };

  document.addEventListener('mouseover', event => {
    const element = event.target.closest('[data-i]');
    if (element) paint(identity(element), 'hot', true);
  });
  document.addEventListener('mouseout', event => {
    const element = event.target.closest('[data-i]');
    if (element) paint(identity(element), 'hot', false);
  });

  document.addEventListener('click', event => {
    const element = pointedAt(event.target);
    if (event.target.closest('summary, #keys, form') || String(getSelection())) return;
    const link = event.target.closest('a[href^="#"]');
    if (event.target.closest('a') && !(link && element)) return;
    if (!element) return select(null);
    const id = link ? ofAddress(link.hash) : identity(element);
    event.preventDefault();
    select(id);
    if (element.closest('.text')) showEntry(id);
    else {
      if (link && !link.hash.startsWith('#t-')) showEntry(id);
      showText(id);
    }
  });

  document.addEventListener('focusin', event => {
    const entry = event.target.closest('.ledger :is(.entry, .claim)[data-i]');
    if (entry && event.target === entry) select(identity(entry));
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') keys.open ? keys.close() : keys.show();
    else if (event.key === 'Escape') keys.open ? keys.close() : select(null);
    else if (event.key === 'Enter' && document.activeElement?.matches('.ledger :is(.entry, .claim)')) showText(identity(document.activeElement));
    else return;
    event.preventDefault();
  });

  // Times in the reader's zone, as published on hover.
  for (const time of document.querySelectorAll('time[datetime*="T"]')) {
    time.title = time.textContent;
    time.textContent = new Intl.DateTimeFormat(undefined, {
      day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
    }).format(new Date(time.dateTime));
  }

  restore();
  addEventListener('hashchange', restore);
})();
