# Builds with everything, runs with what is needed: no compiler, no tests, no root.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Scripts wait until the sources are there.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    MENTOR_DATA_DIR=/data
WORKDIR /app
# The program belongs to root and cannot change itself; only /data can be written to.
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/adaptive-cards ./adaptive-cards
COPY --from=build /app/manifests ./manifests
COPY --from=build /app/programs ./programs
COPY --from=build /app/src/local/demo ./src/local/demo
USER node
VOLUME ["/data"]
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# `docker run IMAGE doctor` runs any other command of mentor.
ENTRYPOINT ["node", "--enable-source-maps", "/app/dist/src/cli.js"]
CMD ["start"]
