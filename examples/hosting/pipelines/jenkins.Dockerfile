# ci/Dockerfile for the Jenkinsfile: what the steps run, installed beforehand, since the steps are not run as root.
FROM node:22-alpine
RUN apk add --no-cache git rsync openssh-client cosign
USER node
