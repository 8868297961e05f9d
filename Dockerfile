FROM node:24-bookworm-slim AS build
WORKDIR /harborlight
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /harborlight
ENV NODE_ENV=production HARBORLIGHT_HOST=0.0.0.0
# A server with a million listings takes 330 MB so, and 560 without (docs/decisions/0016).
ENV NODE_OPTIONS=--max-semi-space-size=16 MALLOC_MMAP_THRESHOLD_=1048576
COPY --from=build --chown=node:node /harborlight/package.json ./
COPY --from=build --chown=node:node /harborlight/node_modules ./node_modules
COPY --from=build --chown=node:node /harborlight/dist ./dist
COPY --from=build --chown=node:node /harborlight/seeds ./seeds
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/server/main.js", "serve"]
