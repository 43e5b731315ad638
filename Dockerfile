# A small image that runs `verify` as an ordinary user; mount the letters at /letters.
FROM python:3.12-slim
COPY . /src
RUN pip install --no-cache-dir --constraint /src/constraints.txt "/src[fast]" && rm -rf /src \
    && useradd --create-home verifier
USER verifier
WORKDIR /letters
ENTRYPOINT ["verify"]
CMD ["--help"]
