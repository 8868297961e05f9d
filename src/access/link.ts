/** Where an invitation is taken up. The token stands after `#`: browsers send it to no server, and no log holds it. */
export const linkOf = (address: string, token: string): string => `${address}/join#${token}`;
