// The keys of every page, and what the room's lists do by them. Without script all of it is a link away.
(() => {
  'use strict';
  const rows = () => [...document.querySelectorAll('.row[tabindex]')];
  const typing = element => element.closest('input, textarea, select');
  const places = { q: '/questions', c: '/claims', m: '/map', r: '/reports', o: '/outlets', a: '/actors', p: '/places', s: '/stories', k: '/searches', n: '/add' };
  let waiting = null;

  const step = by => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement?.closest('.row'));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (waiting) {
      clearTimeout(waiting);
      waiting = null;
      if (places[event.key]) location.href = places[event.key];
      return event.preventDefault();
    }
    const row = document.activeElement?.matches('.row') ? document.activeElement : null;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '/') document.getElementById('find')?.focus();
    else if (event.key === 'g') waiting = setTimeout(() => { waiting = null; }, 1500);
    else if (['a', 'x', 'u'].includes(event.key) && !document.querySelector('.ledger')) document.querySelector(`:is(.notice, .verdict) [data-key="${event.key}"]`)?.click();
    else if (event.key === 'Enter' && row?.dataset.open) location.href = row.dataset.open;
    else return;
    event.preventDefault();
  });
})();
