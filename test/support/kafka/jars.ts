import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { cached, sayOnStderr, type Say } from '../cache'
import { ownedFolder } from '../owned'
import { repositoryRoot } from '../root'
import { currentKafka, kafkaVersions, type KafkaVersion } from './versions'

const run = promisify(execFile)

/**
 * Broker, controller and command-line tools as Maven knows them. Kafka 4 comes without a backend for its log, 3.9
 * with one.
 */
function pom(version: KafkaVersion): string {
  const wanted = [
    ['org.apache.kafka', 'kafka_2.13', version],
    ['org.apache.kafka', 'kafka-tools', version],
  ]
  if (!version.startsWith('3.')) wanted.push(['org.slf4j', 'slf4j-simple', '1.7.36'])
  const dependencies = wanted.map(
    ([group, artifact, v]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${v}</version></dependency>`,
  )
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
    '<groupId>lagline</groupId><artifactId>kafka-jars</artifactId><version>1</version><packaging>pom</packaging>',
    `<dependencies>${dependencies.join('')}</dependencies></project>`,
  ].join('\n')
}

/**
 * The folders with Kafka's jars and with Kafka Streams (its one jar: what the tests run of it keeps no state, so that
 * the 60 MB of RocksDB are left out), fetched with Maven at the first call.
 * @throws with Maven's last lines when they cannot be fetched
 */
async function kafkaJars(version: KafkaVersion, say: Say): Promise<string[]> {
  const broker = await cached(`kafka-${version}`, async (folder) => {
    say(`Fetching Apache Kafka ${version} with Maven (about 60 MB, once) …`)
    const project = ownedFolder('pom')
    try {
      await writeFile(join(project.path, 'pom.xml'), pom(version))
      const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime']
      await maven(version, project.path, goal)
    } finally {
      await project.remove()
    }
  })
  const streams = await cached(`kafka-streams-${version}`, async (folder) => {
    const artifact = `-Dartifact=org.apache.kafka:kafka-streams:${version}`
    await maven(version, folder, ['dependency:copy', artifact, `-DoutputDirectory=${folder}`])
  })
  return [broker, streams]
}

async function maven(version: KafkaVersion, cwd: string, goal: readonly string[]): Promise<void> {
  try {
    await run('mvn', ['-q', '-B', '-C', ...goal], { cwd, maxBuffer: 1 << 24 })
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string }
    const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n')
    throw new Error(`Apache Kafka ${version} could not be fetched with Maven.\n${tail || message}`, {
      cause: error,
    })
  }
}

/**
 * The class path of Kafka's jars and of our own Java sources (test/support/java), compiled against these very jars at
 * the first call and whenever a source has changed.
 */
export async function kafkaClassPath(version: KafkaVersion, say: Say = sayOnStderr): Promise<string> {
  const jars = (await kafkaJars(version, say)).map((folder) => join(folder, '*')).join(delimiter)
  const folder = join(repositoryRoot(), 'test', 'support', 'java')
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.java'))
    .sort()
    .map((name) => join(folder, name))
  const hash = createHash('sha256')
  for (const source of sources) hash.update(readFileSync(source))
  const classes = await cached(`java-${version}-${hash.digest('hex').slice(0, 12)}`, async (out) => {
    await mkdir(out, { recursive: true })
    try {
      await run('javac', ['--release', '17', '-Xlint:none', '-proc:none', '-cp', jars, '-d', out, ...sources])
    } catch (error) {
      const { stderr = '', message } = error as Error & { stderr?: string }
      throw new Error(`test/support/java does not compile against Kafka ${version}:\n${stderr || message}`, {
        cause: error,
      })
    }
  })
  return [classes, jars].join(delimiter)
}

/** Makes ready all tested versions, or the current one only. */
export async function fetchKafka(which: 'all' | 'current', say: Say = sayOnStderr): Promise<void> {
  for (const version of which === 'all' ? kafkaVersions : [currentKafka]) await kafkaClassPath(version, say)
}

/** The JVM's options for a small, quick process whose log goes to stderr (`level` as slf4j-simple names it). */
export function jvmOptions(heapMb: number, level: 'info' | 'warn' | 'error'): string[] {
  const log4j = join(repositoryRoot(), 'test', 'support', 'java', `log4j-${level}.properties`)
  return [
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Djava.awt.headless=true',
    `-Dorg.slf4j.simpleLogger.defaultLogLevel=${level}`,
    '-Dorg.slf4j.simpleLogger.cacheOutputStream=true',
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
    `-Dlog4j.configuration=file:${log4j}`,
  ]
}
