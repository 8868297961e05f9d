/** Who comes in to PostgreSQL for a question or a change: strangers and apps, or people who have signed in. */
export type LoginName = 'public' | 'people';

interface Right {
  schema: string;
  /** All tables of the schema where none are named. */
  tables?: readonly string[];
  /** Of all tables, but these. */
  but?: readonly string[];
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
/** What was noted, said or done stays as it was written: that a thing is to be told anew, or may lead to a door; what stood before. */
const NOTED = [
  'availability_report',
  'confirmation',
  'consent_listing',
  'may_lead_to_door',
  'notice',
  'revision',
  'untold',
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
    { schema: 'org', may: ['select'] },
    // Regions say how far a withheld place is told; a nation that begins takes its organization from the stewards.
    {
      schema: 'org',
      but: [...NOTED, 'external_name', 'region', 'region_county', 'tribal_nation'],
      may: ['insert', 'update'],
    },
    { schema: 'org', tables: NOTED, may: ['insert'] },
    { schema: 'org', tables: ['tribal_nation'], may: ['update'] },
    // Nothing that is told or decided goes: it is withdrawn, or ends. What goes are parts that are said anew.
    {
      schema: 'org',
      tables: [
        'contact',
        'convening_host',
        'criterion',
        'listing_site',
        'may_lead_to_door',
        'nation_county',
        'next_reminder',
        'phone',
        'service_area',
      ],
      may: ['delete'],
    },
    { schema: 'staging', may: write },
    {
      schema: 'auth',
      tables: ['account', 'app_key', 'invitation', 'role_grant', 'session'],
      may: ['select', 'insert', 'update'],
    },
    { schema: 'auth', tables: ['door_entered'], may: ['select', 'update'] },
    {
      schema: 'auth',
      tables: ['attempt', 'enrolment', 'idempotency_key', 'recovery_code', 'second_factor'],
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
  const given = rights[login].flatMap(({ schema, tables, but = [], may }) => {
    const named = (all: readonly string[]) =>
      `table ${all.map((table) => `${schema}.${table}`).join(', ')}`;
    const on = tables ? named(tables) : `all tables in schema ${schema}`;
    return [
      `grant usage on schema ${schema} to ${role}`,
      `grant ${may.join(', ')} on ${on} to ${role}`,
      ...(but.length > 0 ? [`revoke ${may.join(', ')} on ${named(but)} from ${role}`] : []),
    ];
  });
  return [...taken, ...given];
}
