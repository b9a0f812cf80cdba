// The map and the line of time: both show the claims of the page's query, told in the days between the two dates. The table follows by asking the server for the same.
(async () => {
  'use strict';
  const views = document.getElementById('views');
  if (!views || !window.L) return;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const inputs = { from: document.getElementById('from'), to: document.getElementById('to') };
  const [data, world] = await Promise.all([views.dataset.claims, views.dataset.world].map(url => fetch(url).then(answer => answer.json())));

  const map = L.map('map', { preferCanvas: true, attributionControl: false, minZoom: 2, maxZoom: 13, worldCopyJump: true, zoomSnap: 0.5 }).setView([20, 10], 2);
  const base = L.canvas({ padding: 0.3 });
  L.control.scale({ imperial: false }).addTo(map);

  // Borders of these pairs, or with one of these on a side, are contested and drawn as such.
  const alone = new Set(['ESH', 'SOL', 'XKX', 'CYN', 'PSE', 'KAS', 'TWN']);
  const pairs = new Set(['IND-PAK', 'CHN-IND', 'RUS-UKR', 'ISR-SYR', 'ISR-LBN', 'SDN-SSD', 'EGY-SDN', 'ARM-AZE', 'PRK-KOR', 'KOR-PRK', 'GEO-RUS', 'GUY-VEN', 'ERI-ETH', 'BTN-CHN', 'KEN-SSD', 'KGZ-TJK', 'KHM-THA']);
  const isContested = (a, b) => {
    const [one, other] = [a.properties.a3, b.properties.a3];
    return alone.has(one) || alone.has(other) || pairs.has(`${one}-${other}`) || pairs.has(`${other}-${one}`);
  };
  const countries = world.objects.countries;
  const layers = [
    L.geoJSON(topojson.feature(world, world.objects.land), { renderer: base, interactive: false }),
    L.geoJSON(topojson.mesh(world, countries, (a, b) => a !== b && !isContested(a, b)), { renderer: base, interactive: false }),
    L.geoJSON(topojson.mesh(world, countries, (a, b) => a !== b && isContested(a, b)), { renderer: base, interactive: false }),
  ];
  const grid = L.layerGroup().addTo(map);
  layers.forEach(layer => layer.addTo(map));
  const paintBase = () => {
    layers[0].setStyle({ color: colour('--line'), weight: 1, fillColor: colour('--faint'), fillOpacity: 1 });
    layers[1].setStyle({ color: colour('--quiet'), weight: 0.7, opacity: 0.7 });
    layers[2].setStyle({ color: colour('--quiet'), weight: 1, dashArray: '4 4' });
  };
  paintBase();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { paintBase(); draw(); });

  // Lines of latitude and longitude, so that a place at sea or far in is somewhere.
  const drawGrid = () => {
    grid.clearLayers();
    const step = [30, 30, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.1, 0.05, 0.05][Math.floor(map.getZoom())] ?? 0.05;
    const box = map.getBounds().pad(0.2);
    const style = { renderer: base, interactive: false, color: colour('--line'), weight: 0.5, opacity: 0.8 };
    for (let x = Math.ceil(box.getWest() / step) * step; x <= box.getEast(); x += step) grid.addLayer(L.polyline([[Math.max(-85, box.getSouth()), x], [Math.min(85, box.getNorth()), x]], style));
    for (let y = Math.max(-80, Math.ceil(box.getSouth() / step) * step); y <= Math.min(80, box.getNorth()); y += step) grid.addLayer(L.polyline([[y, box.getWest()], [y, box.getEast()]], style));
  };

  const claims = data.claims.map(([id, lat, lon, radius, day, kind, place, teller, words, contested, area, ...ends]) => ({ id, lat, lon, radius, day, kind, place, teller, words, contested, area, ends: ends.length === 4 ? [ends.slice(0, 2), ends.slice(2)] : null }));
  const isIn = claim => (!inputs.from.value || (claim.day && claim.day >= inputs.from.value)) && (!inputs.to.value || (claim.day && claim.day <= inputs.to.value));
  const areas = L.layerGroup().addTo(map);
  const lines = L.layerGroup().addTo(map);
  const pins = L.layerGroup().addTo(map);
  let index, regions, ways;
  const load = () => {
    regions = new Map();
    ways = new Map();
    for (const claim of claims) {
      if (!claim.ends || !isIn(claim)) continue;
      const key = claim.ends.map(String).sort().join(' '); // a road leads both ways
      ways.get(key)?.push(claim) ?? ways.set(key, [claim]);
    }
    for (const claim of claims) {
      if (!claim.area || !isIn(claim)) continue;
      const key = `${claim.lat},${claim.lon},${claim.radius}`;
      regions.get(key)?.push(claim) ?? regions.set(key, [claim]);
    }
    index = new Supercluster({ radius: 46, maxZoom: 12, map: p => ({ contested: p.claim.contested }), reduce: (sum, p) => { sum.contested += p.contested; } });
    index.load(claims.filter(claim => !claim.area && !claim.ends && isIn(claim)).map(claim => ({ type: 'Feature', properties: { claim }, geometry: { type: 'Point', coordinates: [claim.lon, claim.lat] } })));
  };

  const node = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const addressOf = id => { const [report, item] = id.split('/'); return `/reports/${report}#${item}`; };
  const popup = (shown, all, at) => {
    const box = node('div', null, { class: 'popup' });
    const list = node('ol');
    for (const claim of shown) {
      const entry = node('li');
      const head = node('p', null, { class: 'about' });
      head.append(node('b', claim.kind), ` · ${claim.place}${claim.radius ? ` ± ${claim.radius} km` : ''} · ${claim.day ?? ''}`);
      const quote = node('q', null, { dir: 'auto', class: 'cut' });
      quote.append(node('a', claim.words, { href: addressOf(claim.id) }));
      const teller = node('p', null, { class: 'about' });
      teller.append(node('bdi', claim.teller));
      entry.append(head, quote, teller);
      list.append(entry);
    }
    box.append(list);
    if (all > shown.length) box.append(node('p', `${(all - shown.length).toLocaleString('en')} ${views.dataset.more}`, { class: 'about' }));
    const near = new URL('/claims', location);
    near.searchParams.set('q', `${new URL(location).searchParams.get('q') ?? ''} near:${at[0].toFixed(4)},${at[1].toFixed(4)},${Math.max(1, Math.ceil(shown[0]?.radius ?? 1))}km`.trim());
    box.append(node('a', views.dataset.all, { href: near.pathname + near.search }));
    return box;
  };

  const most = 25, mostAreas = 60;
  // On a map without names of its own, what is shown says where it is.
  const commonest = places => {
    const counts = new Map();
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    const [first] = [...counts].sort((a, b) => b[1] - a[1])[0];
    return counts.size > 1 ? `${first} …` : first;
  };
  const name = (layer, place, many, size) => {
    if (map.getZoom() >= 5 && many < 30) layer.bindTooltip(node('bdi', place), { permanent: true, direction: 'right', offset: [size / 2 + 4, 0], className: 'place-name' });
  };
  // What is told of a region is told of all of it: an area, and no pin in its middle.
  const drawAreas = (ink, quiet) => {
    areas.clearLayers();
    const shown = [...regions.values()].sort((a, b) => b[0].radius - a[0].radius).slice(0, mostAreas);
    for (const told of shown) {
      const [{ lat, lon, radius, place }] = told;
      const area = L.circle([lat, lon], { radius: radius * 1000, color: told.some(c => c.contested) ? ink : quiet, weight: 1.5, dashArray: '1 4', fillColor: quiet, fillOpacity: 0.05 });
      area.bindPopup(() => popup(told.slice(0, most), told.length, [lat, lon]), { maxWidth: 340 });
      const label = node('bdi', `${place} (${told.length.toLocaleString('en')})`);
      if (map.getZoom() >= 4 && shown.length < 30) areas.addLayer(L.tooltip({ permanent: true, direction: 'bottom', offset: [0, -6], className: 'place-name' }).setLatLng([Math.min(85, lat + radius / 111.2), lon]).setContent(label)); // at its edge: its middle is full of pins
      else area.bindTooltip(label, { sticky: true, className: 'place-name' });
      areas.addLayer(area);
    }
  };
  // Of a way two ends are known: a line between them says so much and no more.
  const drawWays = (ink, paper) => {
    lines.clearLayers();
    for (const told of ways.values()) {
      const [{ ends, place }] = told;
      const line = L.polyline(ends, { color: ink, weight: 5, dashArray: '12 8', lineCap: 'butt' });
      line.bindPopup(() => popup(told.slice(0, most), told.length, [told[0].lat, told[0].lon]), { maxWidth: 340 });
      line.bindTooltip(node('bdi', told.length > 1 ? `${place} (${told.length.toLocaleString('en')})` : place), map.getZoom() >= 5 && ways.size < 10 ? { permanent: true, direction: 'left', offset: [-8, 0], className: 'place-name' } : { sticky: true, className: 'place-name' });
      lines.addLayer(line);
      if (told.some(c => c.contested)) lines.addLayer(L.polyline(ends, { color: paper, weight: 2, dashArray: '12 8', lineCap: 'butt', interactive: false }));
    }
  };
  const draw = () => {
    drawGrid();
    pins.clearLayers();
    drawWays(colour('--ink'), colour('--paper'));
    drawAreas(colour('--ink'), colour('--quiet'));
    const box = map.getBounds().pad(0.1);
    const ink = colour('--ink'), paper = colour('--paper'), quiet = colour('--quiet');
    const shown = index.getClusters([Math.max(-180, box.getWest()), Math.max(-85, box.getSouth()), Math.min(180, box.getEast()), Math.min(85, box.getNorth())], Math.floor(map.getZoom()));
    for (const found of shown) {
      const [lon, lat] = found.geometry.coordinates;
      if (found.properties.cluster) {
        const count = found.properties.point_count;
        const size = Math.round(20 + 7 * Math.log10(count) * 2);
        const icon = L.divIcon({ className: `cluster${found.properties.contested ? ' contested' : ''}`, html: String(count), iconSize: [size, size] });
        const marker = L.marker([lat, lon], { icon, keyboard: true, title: `${count}` });
        marker.on('click keypress', event => {
          if (event.type === 'keypress' && event.originalEvent.key !== 'Enter') return;
          const zoom = index.getClusterExpansionZoom(found.properties.cluster_id);
          if (zoom <= 12 && zoom > map.getZoom()) map.setView([lat, lon], Math.min(13, zoom));
          else marker.unbindPopup().bindPopup(popup(index.getLeaves(found.properties.cluster_id, most).map(l => l.properties.claim), count, [lat, lon]), { maxWidth: 340 }).openPopup();
        });
        name(marker, commonest(index.getLeaves(found.properties.cluster_id, 300).map(l => l.properties.claim.place)), shown.length, size);
        pins.addLayer(marker);
        continue;
      }
      const { claim } = found.properties;
      if (claim.radius > 0) pins.addLayer(L.circle([lat, lon], { radius: claim.radius * 1000, interactive: false, color: quiet, weight: 1, opacity: 0.6, fillColor: quiet, fillOpacity: 0.08 }));
      const pin = claim.kind.startsWith('route')
        ? L.marker([lat, lon], { icon: L.divIcon({ className: `way${claim.contested ? ' contested' : ''}`, iconSize: [18, 8] }), title: claim.kind })
        : L.circleMarker([lat, lon], { radius: 5.5, color: ink, weight: 2, fillColor: claim.contested ? paper : ink, fillOpacity: 1 });
      pin.bindPopup(() => popup([claim], 1, [lat, lon]), { maxWidth: 340 });
      name(pin, claim.place, shown.length, 11);
      pins.addLayer(pin);
    }
  };

  const fit = () => {
    const shown = claims.filter(isIn);
    if (shown.length) map.fitBounds(L.latLngBounds(shown.flatMap(c => c.ends ?? [[c.lat, c.lon]])).pad(0.25), { maxZoom: 9, animate: false });
  };

  // The line of time: a bar a day (or several), dragged over to choose.
  const svg = document.getElementById('histogram');
  const days = Object.entries(data.days);
  const dayNumber = day => Math.round(Date.parse(day + 'T00:00Z') / 864e5);
  const dayName = number => new Date(number * 864e5).toISOString().slice(0, 10);
  const first = days.length ? dayNumber(days[0][0]) : 0, last = days.length ? dayNumber(days.at(-1)[0]) : 0;
  const width = Math.max(1, Math.ceil((last - first + 1) / 120));
  const bins = new Array(Math.max(1, Math.ceil((last - first + 1) / width))).fill(0);
  for (const [day, count] of days) bins[Math.floor((dayNumber(day) - first) / width)] += count;
  const tallest = Math.max(1, ...bins);
  const draw2 = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    svg.append(made);
    return made;
  };
  const paintBrush = () => {
    svg.replaceChildren();
    if (!days.length) return;
    const share = 100 / bins.length;
    bins.forEach((count, i) => {
      const from = dayName(first + i * width), to = dayName(first + (i + 1) * width - 1);
      const inside = (!inputs.from.value || to >= inputs.from.value) && (!inputs.to.value || from <= inputs.to.value);
      const height = count ? 8 + 70 * count / tallest : 0;
      const bar = draw2('rect', { class: inside ? 'in' : 'out', x: `${i * share + share * 0.08}%`, width: `${share * 0.84}%`, y: `${80 - height}%`, height: `${height}%` });
      bar.append(Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'title'), { textContent: `${from}${width > 1 ? ` – ${to}` : ''}: ${count}` }));
    });
    const names = Math.min(bins.length, 6);
    for (let i = 0; i < names; i++) {
      const bin = Math.floor(i * bins.length / names);
      draw2('text', { x: `${bin * share}%`, y: '98%' }).textContent = dayName(first + bin * width);
    }
  };
  const binAt = event => {
    const box = svg.getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor((event.clientX - box.left) / box.width * bins.length)));
  };
  let held = null;
  svg.addEventListener('pointerdown', event => {
    if (!days.length) return;
    held = binAt(event);
    svg.setPointerCapture(event.pointerId);
    choose(held, held);
  });
  svg.addEventListener('pointermove', event => { if (held !== null) choose(Math.min(held, binAt(event)), Math.max(held, binAt(event))); });
  svg.addEventListener('pointerup', () => { held = null; follow(); });
  const choose = (from, to) => {
    inputs.from.value = dayName(first + from * width);
    inputs.to.value = dayName(Math.min(last, first + (to + 1) * width - 1));
    paintBrush();
    load();
    draw();
  };

  // The address and the table follow what is chosen.
  let asking = null;
  const follow = async () => {
    const url = new URL(location);
    for (const [name, input] of Object.entries(inputs)) input.value ? url.searchParams.set(name, input.value) : url.searchParams.delete(name);
    url.searchParams.delete('after');
    history.replaceState(null, '', url);
    asking?.abort();
    asking = new AbortController();
    try {
      const page = new DOMParser().parseFromString(await (await fetch(url, { signal: asking.signal })).text(), 'text/html');
      document.getElementById('map-rows').replaceWith(document.importNode(page.getElementById('map-rows'), true));
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  };
  for (const input of Object.values(inputs)) input.addEventListener('change', () => { paintBrush(); load(); draw(); follow(); });

  // A row that is chosen shows where it is.
  let ring = null;
  document.addEventListener('focusin', event => {
    ring?.remove();
    const pin = event.target.closest('tr[data-pin]')?.dataset.pin;
    if (!pin) return;
    const at = pin.split(',').map(Number);
    ring = L.circleMarker(at, { radius: 14, color: colour('--h4'), weight: 3, fill: false, interactive: false }).addTo(map);
    if (!map.getBounds().contains(at)) map.panTo(at);
  });

  load();
  fit();
  paintBrush();
  draw();
  map.on('moveend', draw);
  views.dataset.ready = 'yes';
})();
