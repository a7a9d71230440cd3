import { userInfo } from 'node:os'

/** The system's name for who runs the editor; not every system has one for every process. */
export function whoWorksHere(): { readonly user?: string } {
  try {
    return { user: userInfo().username }
  } catch {
    return {}
  }
}
