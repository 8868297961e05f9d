/** A mail to one person, in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same each time that it is tried: whoever gets it twice sees one. */
  id: string;
  /** Where she stops them without signing in; a program of hers may, too. */
  stopAt: string;
}

/** What the server that takes mail said of one: that it takes it, that it never will, that it may later. */
export type MailAnswer = 'ACCEPTED' | 'REFUSED' | 'DEFERRED';

/** Sends a mail. @throws MailDown where no mail can be sent now, whomever it is to */
export type SendMail = (mail: Mail) => Promise<MailAnswer>;

/** Nothing of what the other server said is in it: it may hold an address. */
export class MailDown extends Error {
  constructor(readonly code: string) {
    super('No mail can be sent now.');
    this.name = 'MailDown';
  }
}
