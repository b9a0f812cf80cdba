(() => {
  'use strict';
  document.documentElement.classList.add('scripted');
  const identity = element => element.dataset.i.split(' ')[0];
  const alike = id => document.querySelectorAll(`[data-i~="${CSS.escape(id)}"]`);
  const entries = [...document.querySelectorAll('.ledger .entry[data-i]')];
  const keys = document.getElementById('keys');
  let selected = null;

  const paint = (id, name, on) => alike(id).forEach(element => element.classList.toggle(name, on));

  const select = id => {
    if (selected) paint(selected, 'on', false);
    selected = id;
    if (id) paint(id, 'on', true);
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
    const element = event.target.closest('[data-i]');
    if (!element) return select(null);
    if (event.target.closest('summary') || String(getSelection())) return;
    const link = event.target.closest('a[href^="#"]');
    const id = link ? link.hash.replace(/^#(t-)?/, '') : identity(element);
    if (event.target.closest('a') && !link) return;
    event.preventDefault();
    select(id);
    if (element.closest('.text')) showEntry(id);
    else {
      if (link && !link.hash.startsWith('#t-')) showEntry(id);
      showText(id);
    }
  });

  document.addEventListener('focusin', event => {
    const entry = event.target.closest('.ledger .entry[data-i]');
    if (entry && event.target === entry) select(identity(entry));
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') keys.open ? keys.close() : keys.show();
    else if (event.key === 'Escape') { keys.close(); select(null); }
    else if (event.key === 'Enter' && document.activeElement?.matches('.entry')) showText(selected);
    else return;
    event.preventDefault();
  });

  // Times in the reader's zone, as published on hover.
  for (const time of document.querySelectorAll('time[datetime*="T"]')) {
    time.title = time.textContent;
    time.textContent = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time.dateTime));
  }
})();
