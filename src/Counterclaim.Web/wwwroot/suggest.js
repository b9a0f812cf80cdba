// How a query could go on, below the boxes that ask one: a combobox after the ARIA pattern. Without script they are plain boxes.
(() => {
  'use strict';
  let number = 0;
  for (const box of document.querySelectorAll('input[data-suggest]')) {
    const list = document.createElement('ul');
    list.id = `suggestions-${++number}`;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', box.dataset.suggest);
    list.hidden = true;
    const told = document.createElement('span');
    told.className = 'unseen';
    told.setAttribute('role', 'status');
    box.after(list, told);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) box.setAttribute(name, value);

    let answer = null, chosen = -1, waiting = null, asking = null;
    const close = () => {
      clearTimeout(waiting);
      asking?.abort();
      list.hidden = true;
      chosen = -1;
      box.setAttribute('aria-expanded', 'false');
      box.removeAttribute('aria-activedescendant');
      told.textContent = '';
    };
    const choose = at => {
      list.children[chosen]?.setAttribute('aria-selected', 'false');
      chosen = at;
      const option = list.children[chosen];
      if (!option) return box.removeAttribute('aria-activedescendant');
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', option.id);
    };
    const take = at => {
      const [text] = answer.items[at];
      const rest = box.value.slice(answer.to).replace(/^\s+/, '');
      const before = box.value.slice(0, answer.from) + text;
      box.value = before + (rest && !text.endsWith(' ') ? ' ' : '') + rest;
      box.setSelectionRange(before.length, before.length);
      close();
      if (text.endsWith(':')) ask(0);
    };
    const show = given => {
      answer = given;
      if (!answer.items.length) return close();
      list.replaceChildren(...answer.items.map(([text, meaning], i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const term = document.createElement('bdi');
        term.textContent = text.trim();
        const note = document.createElement('small');
        note.textContent = meaning;
        option.append(term, ' ', note);
        option.addEventListener('pointerdown', event => {
          event.preventDefault();
          take(i);
        });
        return option;
      }));
      list.hidden = false;
      chosen = -1;
      box.setAttribute('aria-expanded', 'true');
      box.removeAttribute('aria-activedescendant');
      told.textContent = `${answer.items.length}`;
    };
    const ask = delay => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        asking?.abort();
        asking = new AbortController();
        const url = new URL('/suggest', location);
        url.searchParams.set('q', box.value);
        url.searchParams.set('at', box.selectionStart);
        try {
          const got = await fetch(url, { signal: asking.signal });
          if (got.ok && document.activeElement === box) show(await got.json());
        } catch (error) {
          if (error.name !== 'AbortError') close();
        }
      }, delay);
    };

    box.addEventListener('input', () => ask(120));
    box.addEventListener('blur', close);
    box.addEventListener('keydown', event => {
      const open = !list.hidden;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!open) { if (event.key === 'ArrowDown') ask(0); else return; }
        else {
          const many = answer.items.length, step = event.key === 'ArrowDown' ? 1 : -1;
          choose(chosen < 0 ? (step > 0 ? 0 : many - 1) : (chosen + step + many + 1) % (many + 1) === many ? -1 : (chosen + step + many + 1) % (many + 1));
        }
        event.preventDefault();
      } else if (open && event.key === 'Escape') {
        close();
        event.preventDefault();
        event.stopPropagation();
      } else if (open && chosen >= 0 && (event.key === 'Enter' || event.key === 'Tab')) {
        take(chosen);
        event.preventDefault();
      }
    });
  }
})();
