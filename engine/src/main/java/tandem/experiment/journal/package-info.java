/**
 * Finished runs on disk, safe from the death of the process: files to which whole records are appended, one file a worker, and what reads them back.
 *
 * <p>A folder {@code journal} in the result folder holds files {@code 000000.journal}, {@code 000001.journal}, ... Each worker of each
 * execution begins one of its own with its first record, and only appends to it. All numbers are big-endian.
 *
 * <pre>
 * file     8 bytes  "TANDEMJ" and a line feed
 *          int      version of this format
 *          int      length of the header
 *          bytes    the header: {@link tandem.experiment.journal.JournalHeader}
 *          int      CRC-32C of everything before
 *          records
 * record   int      length of the payload
 *          16 bytes key of the run: {@link tandem.experiment.journal.RunKey}
 *          int      how it ended: 0 ok, 1 diverged, 2 failed
 *          int      CRC-32C of the payload
 *          int      CRC-32C of the 28 bytes before
 *          bytes    the payload
 * </pre>
 *
 * <p>A run is done when its whole record is there and both checksums are right. Records are written pack by pack, each pack with one call of the
 * operating system, so a process that is killed loses the packs in flight and no other. They are forced to the disk when a file is closed, and every
 * few seconds before: a power failure loses those seconds.
 */
@NullMarked
package tandem.experiment.journal;

import org.jspecify.annotations.NullMarked;
