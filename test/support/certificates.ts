import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate with its key, in PEM form. */
export interface Certified {
  readonly certificate: string
  readonly key: string
}

/** An authority of our own, which nobody trusts unless told to. */
export interface Authority extends Certified {
  /** A certificate for this machine's own address and name, or for a client. */
  issue(name: string, options?: { readonly passphrase?: string; readonly host?: string }): Certified
}

interface Signer {
  readonly name: string
  readonly key: KeyObject
}

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const commonName = oid(0x55, 0x04, 0x03)

/** Makes an authority and signs with it; X.509 v3 as RFC 5280 lays it out, keys on P-256. Valid for a day. */
export function makeAuthority(name: string): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const own: Signer = { name, key: keys.privateKey }
  const isAuthority = extension([0x55, 0x1d, 0x13], sequence(boolean(true)), true)
  return {
    certificate: certificate(name, keys.publicKey, own, [isAuthority]),
    key: pemOf(keys.privateKey),
    issue(subject, { passphrase, host = 'localhost' } = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const names = sequence(tagged(0x82, Buffer.from(host)), tagged(0x87, Buffer.from([127, 0, 0, 1])))
      const san = extension(
        [0x55, 0x1d, 0x11],
        host === 'localhost' ? names : sequence(tagged(0x82, Buffer.from(host))),
      )
      return { certificate: certificate(subject, publicKey, own, [san]), key: pemOf(privateKey, passphrase) }
    },
  }
}

function certificate(
  subject: string,
  publicKey: KeyObject,
  signer: Signer,
  extensions: readonly Buffer[],
): string {
  const hour = 3_600_000
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf(signer.name),
    sequence(time(Date.now() - hour), time(Date.now() + 24 * hour)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const whole = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer.key)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function pemOf(key: KeyObject, passphrase?: string): string {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  return key.export({ type: 'pkcs8', format: 'pem', ...locked }).toString()
}

function nameOf(name: string): Buffer {
  return sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(name)))))
}

/** `YYMMDDhhmmssZ` */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().slice(2, 19).replace(/\D/g, '')
  return tagged(0x17, Buffer.from(`${digits}Z`))
}

function extension(id: readonly number[], value: Buffer, critical = false): Buffer {
  return sequence(oid(...id), ...(critical ? [boolean(true)] : []), tagged(0x04, value))
}

function bits(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]))
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]))
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes)
}

function oid(...bytes: number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes))
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

/** A value of ASN.1 in DER: its tag, its length, then itself. */
function tagged(tag: number, value: Buffer): Buffer {
  const size = value.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}
