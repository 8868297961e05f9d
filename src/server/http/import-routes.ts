import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { checkMay } from '../../access/index.js';
import {
  exportListings,
  FILE_BYTES_MAX,
  ImportKind,
  receiveUpload,
  template,
  type SheetForm,
} from '../../imports/index.js';
import { Refusal, type RefusalCode, type Viewer } from '../../kernel/index.js';
import { changeAsked } from '../change-asked.js';
import type { House } from '../context.js';

/** Pages of other addresses cannot send these without being let: no form has them. */
const forms: Record<string, SheetForm> = {
  'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};
const charsetForm = /;\s*charset="?([\w-]+)"?/i;

interface Ways {
  house: House;
  /** Who asks, and that it is not too often. */
  whoAsks: (request: FastifyRequest, reply: FastifyReply) => Promise<Viewer>;
}

/** What Fastify calls a body that it does not take, and what we tell of it. */
const notTaken: Record<string, [status: number, code: RefusalCode, message: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'LIMIT_EXCEEDED', 'The file is larger than 20 MB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'BAD_REQUEST',
    'Send a file, as text/csv or as an XLSX workbook.',
  ],
};

type OfSheet = FastifyRequest<{ Params: { organizationId: string; sheet: string } }>;

const viewers = new WeakMap<FastifyRequest, Viewer>();

/**
 * Spreadsheets, in and out. A file is sent as it is, by whoever may start an import, and answered an id for `startImport`; it is never
 * fetched from an address. Who sends it is asked before any of it is taken in.
 */
export function importRoutes({ house, whoAsks }: Ways): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      Object.keys(forms),
      { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    app.setErrorHandler((error: { code?: string }, _request, reply) => {
      const [status, code, message] = notTaken[error.code ?? ''] ?? [];
      if (!status) throw error;
      return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
    });
    app.addHook('onRequest', async (request, reply) => {
      const viewer = await whoAsks(request, reply);
      checkMay('Mutation.startImport', viewer);
      viewers.set(request, viewer);
    });
    app.post('/imports', async (request, reply) => {
      const sent = sentBy(request);
      const viewer = viewers.get(request)!;
      const received = await changeAsked(
        house,
        (sealing) => receiveUpload(sent, viewer, sealing),
        house.now(),
        viewer,
      );
      return reply.code(201).send(received);
    });
    app.get('/imports/template/:sheet', async (request: OfSheet, reply) =>
      sheet(reply, request.params.sheet, template(kindOf(request))),
    );
    app.get('/imports/listings/:organizationId/:sheet', async (request: OfSheet, reply) => {
      const [viewer, kind] = [viewers.get(request)!, kindOf(request)];
      const of = { organization: request.params.organizationId, kind };
      const rows = await changeAsked(
        house,
        (sealing) => exportListings(of, viewer, sealing),
        house.now(),
        viewer,
      );
      return sheet(reply, request.params.sheet, rows);
    });
  };
}

function sentBy({ headers, body }: FastifyRequest) {
  const type = headers['content-type'] ?? '';
  const form = forms[type.split(';')[0]!.trim().toLowerCase()];
  if (!form || !Buffer.isBuffer(body)) {
    throw new Refusal('BAD_REQUEST', 'Send a file, as text/csv or as an XLSX workbook.');
  }
  return { bytes: body, form, encoding: charsetForm.exec(type)?.[1] };
}

/** @throws Refusal `NOT_FOUND` where there is no such sheet */
function kindOf({ params }: OfSheet): ImportKind {
  const kind = Object.values(ImportKind).find((one) => `${one.toLowerCase()}.csv` === params.sheet);
  if (kind) return kind;
  throw new Refusal('NOT_FOUND', 'There are two sheets: housing.csv and services.csv.');
}

const sheet = (reply: FastifyReply, name: string, rows: string): FastifyReply =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(rows);
