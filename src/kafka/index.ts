import type { CreateClusterClient } from '../model/cluster-client'
import { Client } from './client'

/** Makes a client; nothing connects before its `connect()`. */
export const createClusterClient: CreateClusterClient = (settings, deadlines, ports) =>
  new Client(settings, deadlines, ports)
