# jlint without anything else: docker build -t jlint . && docker run --rm -v "$PWD:/work:ro" jlint
# docs/ci.md says how to use it in CI, and how to add plugins.

FROM python:3.13-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE rules.yaml ./
COPY scripts/build_kernel.py scripts/
COPY jlint jlint
COPY examples/faulty.md examples/
# the first run keeps compiled expressions beside the bytecode, where later ones, without the right to write, find them
RUN python -m venv /opt/jlint \
    && /opt/jlint/bin/python -m pip install --no-cache-dir . \
    && /opt/jlint/bin/jlint check --fail-on never examples/faulty.md \
    && /opt/jlint/bin/python -m pip uninstall --yes pip

FROM python:3.13-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    # what is mounted belongs to somebody else; jlint runs nothing that a repository names
    && git config --system --add safe.directory '*' \
    && useradd --uid 1000 --create-home jlint
COPY --from=build /opt/jlint /opt/jlint
ENV PATH="/opt/jlint/bin:$PATH" JLINT_CACHE_DIR=/tmp/jlint-cache
USER 1000
WORKDIR /work
ENTRYPOINT ["jlint"]
CMD ["check", "."]
