/** What was made of texts, kept as long as it is little: many texts of one sheet are alike. */
export class Remembered<Made> {
  private readonly made = new Map<string, Made>();
  private letters = 0;

  /** @param lettersMax of all texts of which something is kept; none: nothing is */
  constructor(private readonly lettersMax: number) {}

  get(text: string): Made | undefined {
    return this.made.get(text);
  }

  keep(text: string, made: Made): Made {
    if (text.length > this.lettersMax) return made;
    if (this.letters + text.length > this.lettersMax) this.forget();
    this.letters += text.length;
    this.made.set(text, made);
    return made;
  }

  private forget(): void {
    this.made.clear();
    this.letters = 0;
  }
}
