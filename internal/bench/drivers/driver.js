// Runs a peer over texts: the part that both JavaScript drivers share. It speaks as driver.py does.
'use strict'
const fs = require('fs')

// characters turns offsets of UTF-16 units into offsets of characters.
function characters (text) {
  const at = new Array(text.length + 1)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    at[i] = n
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff) n++
  }
  at[text.length] = n
  return at
}

const cpu = (since) => { const u = process.cpuUsage(since); return (u.user + u.system) / 1e6 }

exports.run = function (load) {
  const [config, source, target] = process.argv.slice(2)
  const find = load(config)
  const ready = cpu()
  const items = fs.readFileSync(source, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
  const out = []
  let spent = 0
  for (const item of items) {
    const before = process.cpuUsage()
    const answer = find(item.text)
    if (item.warm) continue
    spent += cpu(before)
    const at = characters(item.text)
    const spans = typeof answer === 'function' ? answer() : answer // what only we need is not timed
    out.push(JSON.stringify(spans.map(([s, e, kind]) => [at[s], at[e], kind])))
  }
  out.push(JSON.stringify({ ready_s: ready, spent_s: spent, peak_kib: process.resourceUsage().maxRSS }))
  fs.writeFileSync(target, out.join('\n') + '\n')
}
