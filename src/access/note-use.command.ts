import type { Changing } from '../kernel/index.js';
import { touchSession } from './session.store.js';

/** Notes that a session is in use: one that nobody used for twelve hours ends. */
export const noteUse = (token: string, changing: Changing): Promise<void> =>
  touchSession(changing, token);
