package tandem.benchmarks;

import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Training;

/** One thing each that a training does otherwise than descend plain cross-entropy by SGD. */
public enum Remedy {
    /** SGD on plain cross-entropy: what the others are compared with. */
    NONE {
        @Override
        Training in(Training plain) {
            return plain;
        }
    },
    LABEL_SMOOTHING {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.SmoothedCrossEntropy(0.1));
        }
    },
    FOCAL {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.Focal(2));
        }
    },
    GENERALIZED_CROSS_ENTROPY {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.GeneralizedCrossEntropy(0.7));
        }
    },
    MEAN_ABSOLUTE_ERROR {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.MeanAbsoluteError());
        }
    },
    FORWARD_CORRECTION {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0.2)));
        }
    },
    FLOODING {
        @Override
        Training in(Training plain) {
            return plain.with(new Loss.Flooding(0.1));
        }
    },
    CLASS_WEIGHTS {
        @Override
        Training in(Training plain) {
            return plain.with(new ClassWeights.Balanced());
        }
    },
    CLIP_BY_NORM {
        @Override
        Training in(Training plain) {
            return plain.with(new Clip.ByNorm(0.5));
        }
    },
    CLIP_PER_EXAMPLE {
        @Override
        Training in(Training plain) {
            return plain.with(new Clip.PerExample(0.5));
        }
    },
    NESTEROV {
        @Override
        Training in(Training plain) {
            return plain.with(new Optimizer.Nesterov(RATE, 0.9), plain.epochs());
        }
    },
    RMSPROP {
        @Override
        Training in(Training plain) {
            return plain.with(new Optimizer.RmsProp(1e-3, 0.9, 1e-7, AdamForm.KERAS), plain.epochs());
        }
    },
    ADAM {
        @Override
        Training in(Training plain) {
            return plain.with(ADAM_STEPS, plain.epochs());
        }
    },
    ADAMW {
        @Override
        Training in(Training plain) {
            return plain.with(new Optimizer.AdamW(ADAM_STEPS, 0.004, false), plain.epochs());
        }
    },
    AVERAGE {
        @Override
        Training in(Training plain) {
            return plain.with(new Average.Exponential(0.99));
        }
    };

    static final double RATE = 0.01;

    private static final Optimizer.Adam ADAM_STEPS = new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-8, AdamForm.KERAS);

    /** The training with this remedy. */
    abstract Training in(Training plain);

    /** On plain cross-entropy by SGD. */
    static Training plain(Training training) {
        return training.with(new Optimizer.Sgd(RATE), training.epochs());
    }
}
