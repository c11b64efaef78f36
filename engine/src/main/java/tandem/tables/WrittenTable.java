package tandem.tables;

/**
 * A file of a result folder as the manifest lists it.
 *
 * @param rows without the header; 0 for a file that is no table
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record WrittenTable(String file, long rows, String sha256) {}
