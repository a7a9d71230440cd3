import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

cases('tls-verification-disabled', {
  file: 'client.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsecurity.protocol=ssl',
  fires: [
    ['enable.ssl.certificate.verification=false', 'enable.ssl.certificate.verification'],
    [
      'enable.ssl.certificate.verification=FALSE',
      'enable.ssl.certificate.verification',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'enable.ssl.certificate.verification=true',
    'enable.ssl.certificate.verification=${V}',
    'ssl.ca.location=/ca.pem',
  ],
  says: [
    [
      'enable.ssl.certificate.verification=false',
      "enable.ssl.certificate.verification is false: the broker's certificate is not checked, and anybody can stand in for it.",
      'warning',
    ],
  ],
  fixes: [['enable.ssl.certificate.verification=false', ['Set enable.ssl.certificate.verification to true']]],
})

it('knows what other clients call it', () => {
  const of = (line: string) => handmadeFound([{ role: 'client', lines: [line] }])
  for (const line of [
    'ssl.rejectUnauthorized=false',
    'ssl_check_hostname=False',
    'Net.TLS.Config.InsecureSkipVerify=true',
  ])
    expect(of(line), line).toEqual([`tls-verification-disabled ${line.split('=')[0]}`])
  for (const line of ['ssl.rejectUnauthorized=true', 'ssl_check_hostname=True', 'InsecureSkipVerify=false'])
    expect(of(line), line).toEqual([])
})
