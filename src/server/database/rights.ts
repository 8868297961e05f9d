/** Who comes in to PostgreSQL for a question or a change: strangers and apps, or people who have signed in. */
export type LoginName = 'public' | 'people';

interface Right {
  schema: string;
  /** All tables of the schema where none are named. */
  tables?: readonly string[];
  may: readonly ('select' | 'insert' | 'update' | 'delete')[];
}

const SCHEMAS = [
  'pub',
  'further',
  'partners',
  'kept',
  'overseen',
  'org',
  'staging',
  'auth',
  'conf',
  'audit',
];
const write = ['select', 'insert', 'update', 'delete'] as const;

/**
 * All that each login may do; what is not named here is refused by the database itself. A stranger's ends at what
 * is told to everyone. Keys of the server (`auth.server_key`, `auth.login_secret`) and the seals are the owner's alone.
 */
export const rights: Readonly<Record<LoginName, readonly Right[]>> = {
  public: [{ schema: 'pub', may: ['select'] }],
  people: [
    { schema: 'pub', may: ['select'] },
    { schema: 'further', may: ['select'] },
    { schema: 'partners', may: ['select'] },
    { schema: 'kept', may: ['select'] },
    { schema: 'overseen', may: ['select'] },
    { schema: 'org', may: write },
    { schema: 'staging', may: write },
    {
      schema: 'auth',
      tables: [
        'account',
        'app_key',
        'attempt',
        'enrolment',
        'idempotency_key',
        'invitation',
        'recovery_code',
        'role_grant',
        'second_factor',
        'session',
      ],
      may: write,
    },
    { schema: 'conf', may: write },
    { schema: 'audit', tables: ['event'], may: ['select', 'insert'] },
  ],
};

/** The statements that give a login its rights, and take away whatever else it had. */
export function rightsOf(login: LoginName, role: string): string[] {
  const taken = SCHEMAS.flatMap((schema) => [
    `revoke all on all tables in schema ${schema} from ${role}`,
    `revoke all on schema ${schema} from ${role}`,
  ]);
  const given = rights[login].flatMap(({ schema, tables, may }) => {
    const on = tables
      ? tables.map((table) => `${schema}.${table}`).join(', ')
      : `all tables in schema ${schema}`;
    return [
      `grant usage on schema ${schema} to ${role}`,
      `grant ${may.join(', ')} on ${tables ? 'table ' : ''}${on} to ${role}`,
    ];
  });
  return [...taken, ...given];
}
