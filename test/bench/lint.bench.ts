import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLinter, type Finding } from '../../src/lint/index'
import { structuredReaders } from '../../src/lint/readers/structured'
import { bench } from '../support/bench'
import { repositoryRoot } from '../support/root'

const FILES = 2000
const ROUNDS = 7
/** Rounds before those that count: what is promised is promised of a process that is warm. */
const WARM_UP = 10
/** Beside each other two loops are measured more often: of so short a time the machine's other work is a large part. */
const PAIRS = 21

const known = [
  'bootstrap.servers=kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'group.id=orders',
  'client.id=orders-1',
  'enable.auto.commit=false',
  'auto.offset.reset=earliest',
  'session.timeout.ms=45000',
  'heartbeat.interval.ms=15000',
  'max.poll.records=500',
  'max.poll.interval.ms=300000',
  'fetch.min.bytes=1',
  'fetch.max.wait.ms=500',
  'isolation.level=read_committed',
  'key.deserializer=org.apache.kafka.common.serialization.StringDeserializer',
  'value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer',
  'partition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
  'security.protocol=SASL_SSL',
  'sasl.mechanism=SCRAM-SHA-512',
  'ssl.truststore.location=/etc/kafka/truststore.p12',
  'schema.registry.url=https://registry:8081',
]
const own = [
  'orders.worker.threads=8',
  'orders.retry.topic=orders-retry',
  'orders.http.port=8080',
  'metrics.export.step=30s',
]

/**
 * A consumer's file as people write them: settings, an application's own keys, comments, empty lines, a mistake. In a
 * long one the settings come again and again: nearly every line has a finding and a fix.
 */
function fileText(lines: number, seed: number): string {
  const text: string[] = []
  let next = 0
  for (let index = 0; index < lines; index++) {
    if (index % 5 === 3) text.push(`# ${index}: what the settings below are for`)
    else if (index % 5 === 4) text.push(own[(index + seed) % own.length]?.replace('=', `.${index}=`) ?? '')
    else text.push(known[lines > 50 ? next++ % known.length : next++] ?? '')
  }
  text[10] = seed % 3 === 0 ? 'session.timeout.ms=10s' : 'max.poll.records=100'
  return text.join('\n')
}

/** Processor time, ms: what else the machine does counts less than by the clock. */
function cpuTime(work: () => void): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** What any reader of such a file has to do at the least. */
function split(text: string): number {
  let size = 0
  for (const line of text.split('\n')) {
    const at = line.indexOf('=')
    if (at > 0 && !line.startsWith('#'))
      size += line.slice(0, at).trim().length + line.slice(at + 1).trim().length
  }
  return size
}

bench('the linter on .properties files', (measure) => {
  const folder = mkdtempSync(join(tmpdir(), 'lagline-bench-'))
  try {
    const names = Array.from({ length: FILES }, (_, index) => join(folder, `consumer-${index}.properties`))
    names.forEach((name, index) => writeFileSync(name, fileText(50, index)))
    const linter = createLinter(structuredReaders)
    let findings = 0
    let best = Infinity
    const times: number[] = []
    // In turns, so that what else the machine does meets both.
    for (let round = -WARM_UP; round < PAIRS; round++) {
      const reading = cpuTime(() => names.forEach((name) => split(readFileSync(name, 'utf8'))))
      findings = 0
      const lintAll = (): void => {
        for (const name of names)
          findings += linter.lint({ fileName: name, text: readFileSync(name, 'utf8') }).length
      }
      const linting = cpuTime(lintAll)
      if (round < 0) continue
      best = Math.min(best, linting)
      times.push(linting / reading)
    }
    const long = fileText(1000, 0)
    let last: Finding[] = []
    let longTime = Infinity
    for (let round = 0; round < 20; round++) {
      const lintLong = (): void => {
        last = linter.lint({ fileName: 'consumer.properties', text: long })
      }
      longTime = Math.min(longTime, cpuTime(lintLong))
    }
    if (findings === 0 || last.length === 0)
      throw new Error('The linter found nothing in files that have mistakes.')
    measure('lintProperties', Math.round((FILES / best) * 1000))
    measure('lintTimes', median(times))
    measure('lintLong', longTime)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A service as people write it: variables of a broker or a worker, comments, a mistake. */
function composeText(seed: number): string {
  const text = ['services:', '  kafka:', '    image: apache/kafka:4.1.0', '    environment:']
  for (let index = 0; text.length < 46; index++) {
    if (index % 6 === 5) text.push(`      # ${index}: what the settings below are for`)
    else
      text.push(
        `      KAFKA_LISTENER_NAME_EXTERNAL_${index}_SSL_KEYSTORE_LOCATION: /etc/kafka/${seed}-${index}.p12`,
      )
  }
  text.push('      KAFKA_NUM_IO_THREADS: 8')
  text.push(`      KAFKA_NUM_NETWORK_THREADS: ${seed % 3 === 0 ? 0 : 3}`)
  return text.join('\n')
}

/** The same settings as in `.properties`, as a Spring application has them. */
function springText(seed: number): string {
  const text = ['spring:', '  kafka:', '    consumer:', '      group-id: orders', '      properties:']
  const settings = fileText(45, seed).split('\n')
  return [...text, ...settings.map((line) => `        ${line.replace('=', ': ')}`)].join('\n')
}

bench('the linter on YAML files', (measure) => {
  const linter = createLinter(structuredReaders)
  const files = Array.from({ length: FILES / 2 }, (_, index) => [
    { fileName: `docker-compose-${index}.yml`, text: composeText(index) },
    { fileName: `application-${index}.yml`, text: springText(index) },
  ]).flat()
  let best = Infinity
  let findings = 0
  for (let round = 0; round < ROUNDS; round++) {
    findings = 0
    const lintAll = (): void => {
      for (const file of files) findings += linter.lint(file).length
    }
    best = Math.min(best, cpuTime(lintAll))
  }
  if (findings < FILES / 4) throw new Error('The linter found nothing in files that have mistakes.')
  const others = files.map(({ fileName }) => ({ fileName, text: springText(1).replaceAll('kafka', 'mail') }))
  const idle = cpuTime(() => others.forEach((file) => linter.lint(file)))
  measure('lintYaml', Math.round((files.length / best) * 1000))
  console.log(`  ${Math.round((others.length / idle) * 1000)} files/s of those that are not about Kafka`)
})

bench('the command line', (measure) => {
  const folder = mkdtempSync(join(tmpdir(), 'lagline-bench-'))
  try {
    writeFileSync(join(folder, 'consumer.properties'), fileText(50, 0))
    let best = Infinity
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now()
      const program = join(repositoryRoot(), 'dist', 'lint.js')
      const { status, stdout } = spawnSync(process.execPath, [program, '.'], {
        cwd: folder,
        encoding: 'utf8',
      })
      best = Math.min(best, performance.now() - started)
      if (status !== 1 || stdout === '')
        throw new Error('The command line found nothing in a file that has mistakes.')
    }
    measure('lintStart', best)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
