'use strict';
// How soon a page can be used: opens it in headless Chromium, several launches after each other with profiles of their own, and
// prints the times of each. Needs nothing but Node.js and Chromium.
//   node benchmarks/interactive.js PAGE [LAUNCHES]
const {spawn} = require('node:child_process');
const {mkdtempSync, rmSync} = require('node:fs');
const {tmpdir} = require('node:os');
const path = require('node:path');

// The browser's own protocol, through a pipe.
const open = profile => {
  const browser = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--window-size=1280,900', `--user-data-dir=${profile}`,
    '--remote-debugging-pipe', 'about:blank'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
  const waiting = new Map();
  let last = 0;
  let text = '';
  browser.stdio[4].on('data', data => {
    text += data;
    const messages = text.split('\0');
    text = messages.pop();
    messages.map(JSON.parse).filter(message => waiting.has(message.id)).forEach(message => waiting.get(message.id)(message));
  });
  const ask = (method, params = {}, sessionId = undefined) => new Promise((answer, refuse) => {
    const id = ++last;
    waiting.set(id, message => message.error ? refuse(new Error(message.error.message)) : answer(message.result));
    browser.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + '\0');
  });
  const ended = new Promise(end => browser.on('exit', end));
  return {ask, ended};
};

// Milliseconds since the page was asked for: until its controls are there, and until every chart in sight is drawn. Then the same
// for a choice: until the charts in sight are drawn anew.
const DRAWN = `new Promise(done => {
  const look = () => typeof tandem !== 'undefined' && document.documentElement.dataset.ready
    && tandem.figures.some(f => f.visible) && tandem.figures.filter(f => f.visible && f.panels).every(f => f.element.dataset.drawn)
    ? done(performance.now()) : requestAnimationFrame(look);
  look();
})`;
const CHOSEN = `new Promise(done => {
  const seen = tandem.figures.filter(f => f.visible && f.panels);
  const times = seen.map(f => Number(f.element.dataset.drawn));
  const from = performance.now();
  const select = document.querySelector('.toolbar select');
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  select.dispatchEvent(new Event('change'));
  const look = () => seen.every((f, i) => Number(f.element.dataset.drawn) > times[i]) ? done(performance.now() - from) : requestAnimationFrame(look);
  look();
})`;

const launch = async page => {
  const profile = mkdtempSync(path.join(tmpdir(), 'tandem-browser-'));
  const {ask, ended} = open(profile);
  try {
    const {targetInfos} = await ask('Target.getTargets');
    const {sessionId} = await ask('Target.attachToTarget', {targetId: targetInfos.find(one => one.type === 'page').targetId, flatten: true});
    const evaluate = async expression => (await ask('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true}, sessionId)).result.value;
    const processor = async () => (await ask('SystemInfo.getProcessInfo')).processInfo.reduce((sum, one) => sum + one.cpuTime, 0);
    await ask('Page.enable', {}, sessionId);
    const before = await processor();
    await ask('Page.navigate', {url: `file://${path.resolve(page)}`}, sessionId);
    const drawn = await evaluate(DRAWN);
    const used = await processor() - before;
    const ready = await evaluate('performance.getEntriesByType("navigation")[0].domInteractive');
    const chosen = await evaluate(CHOSEN);
    return {ready, drawn, used, chosen};
  } finally {
    await ask('Browser.close').catch(() => {});
    await ended;
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
};

const main = async () => {
  const [page, launches = '5'] = process.argv.slice(2);
  for (let i = 1; i <= Number(launches); i++) {
    const {ready, drawn, used, chosen} = await launch(page);
    console.log(`launch ${i}: controls after ${(ready / 1000).toFixed(2)} s, charts in sight drawn after ${(drawn / 1000).toFixed(2)} s`
      + ` (${used.toFixed(2)} s of processor, all of the browser), drawn anew ${(chosen / 1000).toFixed(2)} s after a choice`);
  }
};

main();
