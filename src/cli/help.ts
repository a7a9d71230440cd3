import { namedRoles } from '../lint/index'

/** Columns of the terminal that is meant. */
const WIDTH = 100
const INDENT = 25

export function helpText(languages: readonly string[]): string {
  return `Usage: lagline-lint [options] FILE|FOLDER|GLOB...

Checks configuration of Apache Kafka: .properties files, YAML (Spring, Compose, Kubernetes, Strimzi),
connectors in JSON, and clients in source code. In a folder, every file that can be linted is taken;
node_modules, .git, what the configuration ignores and files above 1 MiB are left out.

What is checked:
${option('--preset NAME', 'recommended, or strict, which adds opinions (recommended)')}
${option('--kafka-version V', 'the Kafka release the files are for (what they say, else the newest)')}
${option('--role R', `what the files configure: ${namedRoles.join(', ')} (by file name and keys)`)}
${option('--language ID', `how to read the files: ${languages.join(', ')} (by file name)`)}
${option('--cluster SNAPSHOT.json', 'what is known of the cluster they are for; switches on the rules that need it')}
${option('--config FILE', 'the configuration (lagline.json, from the working directory upwards)')}

What is done:
${option('--fix', 'apply the fixes that cannot change what a file means, and report what is left')}
${option('--baseline FILE', 'do not report the findings that the file holds')}
${option('--update-baseline', 'write all findings of the files to that file, and report none')}
${option('--format F', 'text, json, sarif (2.1.0) or github (workflow commands) (text)')}
${option('--fail-on LEVEL', 'what counts as a failure, this and worse: error, warning, info, hint (warning)')}
${option('-h, --help', 'print this')}
${option('--version', 'print the version')}

The configuration, every entry optional; options go before it, and paths and globs start at its folder:
  {"lint": {"preset": "strict", "kafkaVersion": "3.9", "cluster": "snapshot.json",
            "severity": {"RULE": "off|hint|info|warning|error"},
            "ignore": ["GLOB"], "roles": {"GLOB": "broker"}}}

The snapshot: {"broker": {"KEY": "VALUE"},
               "topics": {"NAME": {"partitions": 3, "replicationFactor": 3, "config": {"KEY": "VALUE"}}},
               "groups": {"ID": {"members": 2, "topics": ["NAME"]}}, "brokerRacks": ["RACK"]}

Exit code: 0 no failure, 1 a finding of the level of --fail-on or worse, 2 wrong usage, or a file
that cannot be read or written.
`
}

function option(name: string, words: string): string {
  const lines = ['']
  for (const word of words.split(' ')) {
    const line = lines[lines.length - 1] ?? ''
    if (line.length + word.length + 1 > WIDTH - INDENT) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  const head = `  ${name}`
  const first = head.length < INDENT ? head.padEnd(INDENT) : `${head}\n${' '.repeat(INDENT)}`
  return first + lines.join(`\n${' '.repeat(INDENT)}`)
}
