// wink-nlp beside us in bench/language: node bench/wink.js MODULES FILE ROUNDS. Prints "name value" lines.
const fs = require('fs');
const path = require('path');
const [modules, file, rounds] = process.argv.slice(2);
const load = name => require(path.join(modules, 'node_modules', name));
const before = process.hrtime.bigint();
const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'));
const print = (name, value) => console.log(`${name} ${value}`);
const seconds = since => Number(process.hrtime.bigint() - since) / 1e9;
print('load_ms', seconds(before) * 1000);
const articles = fs.readFileSync(file, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line));
const { its } = nlp;
for (let round = 0; round <= Number(rounds); round++) {
    const started = process.hrtime.bigint(), used = process.cpuUsage();
    let seen = 0;
    for (const article of articles) {
        const doc = nlp.readDoc(article); // tokens, sentences, tags and entities are made here, lemmas when asked for
        seen += doc.tokens().out(its.pos).length + doc.tokens().out(its.lemma).length + doc.entities().length() + doc.sentences().length();
    }
    const cpu = process.cpuUsage(used);
    if (round === 0) continue;
    print('wall_s', seconds(started));
    print('processor_s', (cpu.user + cpu.system) / 1e6);
    if (seen === 0) throw new Error('nothing was read');
}
print('memory_end', process.memoryUsage.rss() / 1048576);
