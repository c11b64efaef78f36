package tandem.cli;

import picocli.CommandLine.IVersionProvider;
import tandem.experiment.run.Machine;
import tandem.training.kernels.Kernels;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "tandem " + Machine.tandemVersion(), Machine.jvm(), Kernels.vector().lanes() + " lanes of double a vector"
        };
    }
}
