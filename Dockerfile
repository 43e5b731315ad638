# A small image that runs `verify` as an ordinary user; mount the letters at /letters.
# docker build --tag verifier . && docker run --rm --volume "$PWD:/letters" --user "$(id -u)" verifier letter.txt
FROM python:3.12-slim AS build
COPY constraints.txt pyproject.toml README.md LICENSE /src/
COPY verifier /src/verifier
# The environment has no pip of its own: what runs later has nothing to install.
RUN python -m venv --without-pip /opt/verifier \
    && pip --python /opt/verifier/bin/python install --no-cache-dir --disable-pip-version-check \
       --constraint /src/constraints.txt "/src[all]"

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 verifier \
    && install --directory --owner=verifier --group=verifier /letters
COPY --from=build /opt/verifier /opt/verifier
ENV PATH=/opt/verifier/bin:$PATH PYTHONUTF8=1
# By number, so that a cluster can see that it is not root.
USER 10001
WORKDIR /letters
ENTRYPOINT ["verify"]
CMD ["--help"]
