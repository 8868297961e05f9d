/** A program that keeps what it names, so that no bundler leaves it out. */
const keeping = (names: readonly string[], from: string) =>
  `import { ${names.join(', ')} } from '${from}';\nglobalThis.kept = [${names.join(', ')}];\n`;

const OURS = '@harborlight/client';

/** The client without any operation. */
export const core = keeping(['createClient', 'HarborlightError'], OURS);
export const coreAndWalks = keeping(['createClient', 'HarborlightError', 'each', 'pages'], OURS);
/** With operations. */
export const coreAnd = (...operations: readonly string[]) =>
  keeping(['createClient', 'HarborlightError', ...operations], OURS);

/** What another library needs to ask over HTTP and to tell errors; without a cache where it can do without. */
export const others: Record<string, string> = {
  '@urql/core': keeping(['Client', 'fetchExchange', 'CombinedError', 'gql'], '@urql/core'),
  'graphql-request': keeping(['GraphQLClient', 'ClientError'], 'graphql-request'),
  '@apollo/client': keeping(
    ['ApolloClient', 'InMemoryCache', 'HttpLink', 'CombinedGraphQLErrors', 'gql'],
    '@apollo/client',
  ),
};
