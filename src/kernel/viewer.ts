/** Who asks. Until people can sign in, everyone is a stranger, and a stranger may read what is PUBLISHED. */
export interface Viewer {
  kind: 'STRANGER';
}

export const stranger: Viewer = { kind: 'STRANGER' };
