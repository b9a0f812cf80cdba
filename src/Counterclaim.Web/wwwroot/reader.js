// Correcting in a report: the keys of the selected claim, and selected text that becomes its clause. Without script the buttons and the claim's own page do the same.
(() => {
  'use strict';
  const form = document.getElementById('review');
  if (!form) return;
  const selected = () => document.querySelector('.ledger :is(.entry, .claim).on:focus') ?? document.querySelector('.ledger .claim.on') ?? document.querySelector('.ledger .entry.on');
  const press = key => {
    const own = selected();
    const tool = own?.querySelector(`:scope > .tools [data-key="${key}"], :scope > .notes > .tools [data-key="${key}"]`) ?? own?.querySelector(`[data-key="${key}"]`);
    (tool ?? (key === 'u' ? document.querySelector('.notice [data-key="u"]') : null))?.click();
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (!['a', 'x', 'e', 'u'].includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  });

  // Offsets count code points of the report's text: labels of ours are none of it, and a character shown as its code is one.
  const isOurs = node => node.parentElement?.closest('.tag, .from, .legend');
  const lengthOf = (root, end, offset) => {
    let points = 0;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const stop = node === end;
      if (!stop && end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      if (isOurs(node)) { if (stop) break; continue; }
      if (node.parentElement.closest('.ctl')) { points += stop ? 0 : 1; if (stop) break; continue; }
      points += [...(stop ? node.data.slice(0, offset) : node.data)].length;
      if (stop) break;
    }
    return points;
  };
  const pointOf = (node, offset) => {
    if (node.nodeType !== Node.TEXT_NODE) {
      const child = node.childNodes[offset];
      if (!child) return null;
      const first = document.createTreeWalker(child, NodeFilter.SHOW_TEXT).nextNode() ?? (child.nodeType === Node.TEXT_NODE ? child : null);
      if (!first) return null;
      node = first;
      offset = 0;
    }
    const paragraph = node.parentElement.closest('.text [data-at]');
    return paragraph ? +paragraph.dataset.at + lengthOf(paragraph, node, offset) : null;
  };

  const mover = document.createElement('button');
  mover.className = 'mover main';
  mover.type = 'button';
  mover.hidden = true;
  document.body.append(mover);
  let span = null;

  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const claim = document.querySelector('.ledger .claim.on, .ledger .entry.plain.on');
    mover.hidden = true;
    span = null;
    if (!claim || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const [from, to] = [pointOf(range.startContainer, range.startOffset), pointOf(range.endContainer, range.endOffset)];
    if (from === null || to === null || to <= from) return;
    span = { claim: claim.id, at: `${from}-${to}` };
    mover.textContent = `${form.dataset.move} (${claim.id})`;
    mover.hidden = false;
  });

  mover.addEventListener('click', () => {
    if (!span) return;
    for (const [name, value] of [['do', `span ${span.claim}`], ['span', span.at]]) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.submit();
  });
})();
