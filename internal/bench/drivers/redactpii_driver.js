// redact-pii with every redactor that it brings. It gives back the text with marks in it, not where they stand: here each
// pattern is told to put a mark of the same length, so that offsets stay. Names take a fixed mark; where each was is found
// by laying what is left of the text on the text.
'use strict'
const driver = require('./driver.js')
const { createRequire } = require('module')
const need = createRequire(process.env.BENCH_NODE + '/')

const MARK = '\ue000'
const NAME = '\ue001'

driver.run(() => {
  const { SyncRedactor } = need('redact-pii')
  const patterns = new SyncRedactor({ globalReplaceWith: (match) => MARK.repeat(match.length), builtInRedactors: { names: { enabled: false } } })
  const names = new (need('redact-pii/lib/built-ins/NameRedactor').NameRedactor)(NAME)
  return (text) => {
    const marked = patterns.redact(text)
    const redacted = names.redact(marked)
    return () => [...stretches(marked), ...gaps(marked, redacted)]
  }
})

// stretches are the runs of marks.
function stretches (marked) {
  const found = []
  for (const m of marked.matchAll(new RegExp(MARK + '+', 'g'))) found.push([m.index, m.index + m[0].length, 'PATTERN'])
  return found
}

// gaps are what the name marks stand for: the pieces between them stand in the text in the same order.
function gaps (before, after) {
  const found = []
  const pieces = after.split(NAME)
  let at = pieces[0].length
  for (let i = 1; i < pieces.length; i++) {
    const last = i === pieces.length - 1
    const next = last ? before.length - pieces[i].length : Math.max(at + 1, before.indexOf(pieces[i], at + 1))
    found.push([at, next, 'NAME'])
    at = next + pieces[i].length
  }
  return found.filter(([s, e]) => s < e)
}
