// compromise: people, places, organisations, and the contacts that it knows. `dates` adds its plugin for dates.
'use strict'
const driver = require('./driver.js')
const { createRequire } = require('module')
const need = createRequire(process.env.BENCH_NODE + '/')

driver.run((config) => {
  const nlp = need('compromise')
  const kinds = { people: 'PERSON', places: 'PLACE', organizations: 'ORGANIZATION', emails: 'EMAIL', urls: 'URL', phoneNumbers: 'PHONE', atMentions: 'HANDLE' }
  if (config === 'dates') {
    nlp.plugin(need('compromise-dates'))
    kinds.dates = 'DATE'
  }
  return (text) => {
    const doc = nlp(text)
    const found = []
    for (const [method, kind] of Object.entries(kinds)) {
      for (const m of doc[method]().json({ offset: true, terms: false })) {
        found.push([m.offset.start, Math.min(text.length, m.offset.start + m.offset.length), kind])
      }
    }
    return found
  }
})
