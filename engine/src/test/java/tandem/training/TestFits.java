package tandem.training;

import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Optimizer;

/** Data and fits that the tests of newton share. */
final class TestFits {
    private TestFits() {}

    /** Not separable: every fit has a minimum. */
    static final PreparedData OVERLAPPING = TestData.gaussian(4, 3, 90, 30, 14);

    /** Ten points of three classes; class 1 can be separated from the others. */
    static final PreparedData TEN = TestData.of(
            3,
            new Examples(
                    2,
                    new double[] {
                        0.5, -1.2, 1.5, 0.3, -0.7, 0.8, 0.1, 0.4, 2.0, -0.5, -1.1, -0.9, 0.9, 1.7, -0.3, -1.5, 1.2, 0.6,
                        -1.8, 1.1
                    },
                    new int[] {0, 1, 2, 0, 1, 2, 1, 0, 2, 0}));

    static TestRun logistic(double[] x, int... y) {
        return TestRun.of(ModelKind.LOGISTIC, TestData.line(2, x, y));
    }

    static RunResult fit(TestRun run) {
        return NewtonTrainer.train(run.with(new Optimizer.Newton(), 100).input());
    }

    /** Norm of the gradient of objective plus penalty at the fit, from the packs' own record of a step. */
    static double gradientNorm(TestRun run, RunResult fit) {
        var step = run.from(fit.parameters()).with(new Optimizer.Sgd(1e-300), 1).train();
        return step.trajectory().gradientNorm()[1];
    }
}
