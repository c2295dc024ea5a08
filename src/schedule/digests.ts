import { expectDigests, tellDigest } from '../services';
import { digestKind, digestReadersKind } from '../store';
import { whatIsDue } from './due';

/** Organizations in which somebody became a coordinator. */
export const readersDue = whatIsDue(digestReadersKind, expectDigests);

/** Coordinators whose weekly digest is due. */
export const digestsDue = whatIsDue(digestKind, tellDigest);
